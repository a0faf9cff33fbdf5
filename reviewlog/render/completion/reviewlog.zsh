#compdef reviewlog
# The Tab key finishes words of reviewlog in zsh. To switch it on, put this line into ~/.zshrc,
# below compinit where you have that:
#
#   eval "$(reviewlog completion zsh)"
#
# What reviewlog answers is taken as words and never run.
_reviewlog() {
  local line kind='' tab=$'\t'
  local -a values shown
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
    else
      values+=("${line%%$tab*}")
      if [[ -n ${line#*$tab} ]]; then
        shown+=("${line%%$tab*}  -- ${line#*$tab}")
      else
        shown+=("${line%%$tab*}")
      fi
    fi
  done < <(command reviewlog _complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" \
    2>/dev/null </dev/null)
  [[ $PREFIX == --*=* ]] && compset -P 1 '*='
  local any='m:{[:lower:][:upper:]}={[:upper:][:lower:]}'
  (( ${#values} )) && compadd -l -V reviewlog -M "$any" -d shown -a -- values
  case $kind in
    files) _files ;;
    folders) _files -/ ;;
  esac
}
if [[ ${funcstack[1]-} == _reviewlog ]]; then
  _reviewlog "$@"
else
  (( ${+functions[compdef]} )) || { autoload -Uz compinit && compinit; }
  compdef _reviewlog reviewlog
fi
