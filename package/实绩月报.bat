@echo off
chcp 65001 >nul
rem 双击运行：检查本文件夹中的台账，在打开的网页上按按钮发布月报。用完后再关这个窗口。
rem Double-click: checks the ledgers in this folder; the page that opens has a button to publish them.
rem Beside this file lie the program, named shiji or as it was handed out, and a folder of ledgers, named input or 台账.
rem The first two lines are ASCII: until then this file is read in the code page of the system.
cd /d "%~dp0"
where wsl >nul 2>nul
if errorlevel 1 (
    echo 本机没有 WSL，请先在“启用或关闭 Windows 功能”中启用“适用于 Linux 的 Windows 子系统”。
    goto end
)
wsl -e true >nul 2>nul
if errorlevel 1 (
    echo WSL 中还没有 Linux。请用管理员身份打开“终端”，运行 wsl --install，重启后再双击本文件。
    goto end
)
set "program=shiji"
set "kind=amd64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "kind=arm64"
if not exist shiji for %%f in (shiji-*-%kind%) do set "program=%%f"
if not exist "%program%" (
    echo 没有找到程序：请把 shiji（或 shiji-版本-%kind%）与本文件放在同一个文件夹。
    goto end
)
wsl -e "./%program%" start
:end
pause
