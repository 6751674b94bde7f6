@echo off
rem 双击运行：检查本文件夹中的台账，按页面上的按钮发布月报。窗口请勿关闭，用完再关。
rem Double-click: checks the ledgers of this folder; the page has a button to publish.
rem Beside this file lie the program "shiji" (for Linux, run by WSL) and a folder of ledgers.
chcp 65001 >nul
cd /d "%~dp0"
where wsl >nul 2>nul
if errorlevel 1 (
    echo 本机没有 WSL，请先在“启用或关闭 Windows 功能”中启用“适用于 Linux 的 Windows 子系统”。
    pause
    exit /b 1
)
start "" /b cmd /c "ping -n 3 127.0.0.1 >nul & explorer http://127.0.0.1:8000/"
wsl ./shiji start
pause
