/** What a shell reads to know `aiplan`: it asks the command itself what may stand where the cursor is. */
export const SCRIPTS = {
  bash: `# Completion of aiplan for bash: put this line into ~/.bashrc:
#   source <(aiplan completions bash)
_aiplan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line
  COMPREPLY=()
  [[ $current == = ]] && current=
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
        compgen -d -- "$current"
        compgen -f -X '!*.aiplan' -- "$current"
      )
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <("\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _aiplan aiplan
`,
  zsh: `#compdef aiplan
# Completion of aiplan for zsh: put this line into ~/.zshrc, after compinit:
#   source <(aiplan completions zsh)
_aiplan() {
  local line
  local -a found
  for line in "\${(@f)$(\${words[1]} __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      _files -g '*.aiplan'
    elif [[ -n $line ]]; then
      found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  (( \${#found} )) && _describe aiplan found
}
compdef _aiplan aiplan
`,
  fish: `# Completion of aiplan for fish:
#   aiplan completions fish > ~/.config/fish/completions/aiplan.fish
function __aiplan_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in ($words[1] __complete -- $words[2..-1] 2>/dev/null)
    if test "$line" = ":files"
      __fish_complete_suffix .aiplan
    else
      printf '%s\\n' $line
    end
  end
end
complete -c aiplan -f -a '(__aiplan_complete)'
`,
  powershell: `# Completion of aiplan for PowerShell: put this line into $PROFILE:
#   aiplan completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName aiplan -ScriptBlock {
  param($word, $ast, $position)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  # Older versions drop arguments that are empty.
  $next = if ($word -eq '') { @('--next') } else { @() }
  aiplan __complete @next -- @words 2>$null | ForEach-Object {
    $value, $about = $_ -split "\`t", 2
    if ($value -eq ':files') {
      Get-ChildItem -Path "$word*" | Where-Object { $_.PSIsContainer -or $_.Extension -eq '.aiplan' } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new((Resolve-Path -Relative $_.FullName)) }
    } else {
      if (-not $about) { $about = $value }
      [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
  }
}
`,
} as const;

export type Shell = keyof typeof SCRIPTS;
