; The setup of Procura Desktop for Windows; packaging/windows_setup.py gives what stands in ${…} with -D.
;
; Silent:    setup.exe /S [/AllUsers | /CurrentUser] [/D=C:\Some folder]   (/D last, and without quotes)
; Removal:   "…\uninstall.exe" /S
; Exit code: 0 done, 1 cancelled, 2 it could not be done, 3 no rights for all users, 4 the program is running,
;            5 this Windows is too old.
;
; With the rights of an administrator it installs for all users, else for this user alone; nothing is asked.
; What users made (%APPDATA%, %LOCALAPPDATA%) is never touched, neither by an update nor by removal.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel highest

!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include MUI2.nsh
!define TITLE "Procura Desktop"
!define PROGRAM "procura-desktop.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ProcuraDesktop"
!define PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"

Name "${TITLE}"
OutFile "${OUT}"
BrandingText "${TITLE} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${TITLE}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${TITLE} setup"
VIAddVersionKey CompanyName "${COMPANY}"
VIAddVersionKey LegalCopyright "${COMPANY}, EUPL-1.2"
!ifdef SIGN ; a command that signs the file in place of %1
    !finalize '${SIGN} "%1"' = 0
    !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Mode      ; AllUsers or CurrentUser
Var Rights    ; Admin, or less
Var GivenDir  ; what /D= named; "" where nothing was

!macro Fail code text
    SetErrorLevel ${code}
    MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
    SetErrorLevel ${code}
    Quit
!macroend

; A program file that runs cannot be opened for writing.
!macro RefuseWhileRunning prefix
Function ${prefix}RefuseWhileRunning
    again:
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
        ClearErrors
        FileOpen $0 "$INSTDIR\${PROGRAM}" a
        ${If} ${Errors}
            MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TITLE} is running, or you may not write to $INSTDIR. Close it and try again." /SD IDCANCEL IDRETRY again
            SetErrorLevel 4
            Quit
        ${EndIf}
        FileClose $0
    ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

!macro TellShell
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

!macro Associate ending kind title
    WriteRegStr SHCTX "Software\Classes\ProcuraDesktop.${kind}" "" "${title}"
    WriteRegStr SHCTX "Software\Classes\ProcuraDesktop.${kind}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    WriteRegStr SHCTX "Software\Classes\ProcuraDesktop.${kind}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" -- "%1"'
    WriteRegStr SHCTX "Software\Classes\.${ending}" "" "ProcuraDesktop.${kind}"
    WriteRegStr SHCTX "Software\Classes\.${ending}\OpenWithProgids" "ProcuraDesktop.${kind}" ""
!macroend

!macro Dissociate ending kind
    DeleteRegKey SHCTX "Software\Classes\ProcuraDesktop.${kind}"
    DeleteRegValue SHCTX "Software\Classes\.${ending}\OpenWithProgids" "ProcuraDesktop.${kind}"
    ReadRegStr $0 SHCTX "Software\Classes\.${ending}" ""
    ${If} $0 == "ProcuraDesktop.${kind}" ; else somebody has chosen another program
        DeleteRegKey SHCTX "Software\Classes\.${ending}"
    ${EndIf}
!macroend

!include "${FACTS}" ; macros: AssociateAll, DissociateAll, DeleteFiles

Function .onInit
    StrCpy $GivenDir $INSTDIR
    ${IfNot} ${AtLeastWin10}
        !insertmacro Fail 5 "${TITLE} needs Windows 10 or later."
    ${EndIf}
    Call ChooseMode
    ${If} $GivenDir != ""
        StrCpy $INSTDIR $GivenDir
    ${EndIf}
FunctionEnd

Function ChooseMode
    UserInfo::GetAccountType
    Pop $Rights
    StrCpy $Mode "CurrentUser"
    ${If} $Rights == "Admin"
        StrCpy $Mode "AllUsers"
    ${EndIf}
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/CurrentUser" $2
    ${IfNot} ${Errors}
        StrCpy $Mode "CurrentUser"
    ${EndIf}
    ClearErrors
    ${GetOptions} $1 "/AllUsers" $2
    ${IfNot} ${Errors}
        ${If} $Rights != "Admin"
            !insertmacro Fail 3 "Installing for all users needs the rights of an administrator."
        ${EndIf}
        StrCpy $Mode "AllUsers"
    ${EndIf}
    ClearErrors
    ${If} $Mode == "AllUsers"
        SetShellVarContext all
        StrCpy $INSTDIR "$PROGRAMFILES64\${TITLE}"
    ${Else}
        SetShellVarContext current
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${TITLE}"
    ${EndIf}
    ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation" ; an update goes where the program is
    ${If} $0 != ""
        StrCpy $INSTDIR $0
    ${EndIf}
FunctionEnd

Section
    Call RefuseWhileRunning
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
        RMDir /r "$INSTDIR\_internal" ; of the version before; what lies beside it, such as portable.toml, stays
    ${EndIf}
    ClearErrors
    SetOutPath "$INSTDIR"
    File /r "${FILES}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} ${Errors}
        !insertmacro Fail 2 "The files cannot be written to $INSTDIR."
    ${EndIf}
    CreateShortCut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"

    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${COMPANY}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$Mode'
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$Mode /S'
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1

    WriteRegStr SHCTX "${PATHS_KEY}" "" "$INSTDIR\${PROGRAM}"
    !insertmacro AssociateAll
    WriteRegStr SHCTX "Software\Classes\${SCHEME}" "" "URL:${SCHEME_TITLE}"
    WriteRegStr SHCTX "Software\Classes\${SCHEME}" "URL Protocol" ""
    WriteRegStr SHCTX "Software\Classes\${SCHEME}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    WriteRegStr SHCTX "Software\Classes\${SCHEME}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" -- "%1"'
    !insertmacro TellShell
SectionEnd

Function un.onInit
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/AllUsers" $2
    ${If} ${Errors}
        SetShellVarContext current
    ${Else}
        UserInfo::GetAccountType
        Pop $Rights
        ${If} $Rights != "Admin"
            !insertmacro Fail 3 "Removing it for all users needs the rights of an administrator."
        ${EndIf}
        SetShellVarContext all
    ${EndIf}
FunctionEnd

Section "Uninstall"
    Call un.RefuseWhileRunning
    !insertmacro DeleteFiles
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; only if nothing of anybody else is in it
    Delete "$SMPROGRAMS\${TITLE}.lnk"
    !insertmacro DissociateAll
    DeleteRegKey SHCTX "Software\Classes\${SCHEME}"
    DeleteRegKey SHCTX "${PATHS_KEY}"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
    !insertmacro TellShell
SectionEnd
