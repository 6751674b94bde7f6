@echo off
rem 双击运行：检查本文件夹中的台账，在打开的网页上按按钮发布月报。用完后再关这个窗口。
rem Double-click: checks the ledgers in this folder; the page that opens has a button to publish them.
rem Beside this file lie the program, named shiji, and a folder of ledgers, named input or 台账.
chcp 65001 >nul
cd /d "%~dp0"
where wsl >nul 2>nul
if errorlevel 1 (
    echo 本机没有 WSL，请先在“启用或关闭 Windows 功能”中启用“适用于 Linux 的 Windows 子系统”。
    pause
    exit /b 1
)
wsl ./shiji start
pause
