# The Tab key finishes words of reviewlog in bash. To switch it on, put this line into ~/.bashrc:
#
#   eval "$(reviewlog completion bash)"
#
# What reviewlog answers is taken as words and never run.
_reviewlog() {
  local line kind=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
    else
      COMPREPLY+=("$line")
    fi
  done < <(command reviewlog _complete bash "${COMP_LINE:0:$COMP_POINT}" "$COMP_WORDBREAKS" \
    "$COMP_TYPE" 2>/dev/null </dev/null)
  if [[ ${#COMPREPLY[@]} -eq 0 && $kind == files ]]; then
    compopt -o default 2>/dev/null
  elif [[ ${#COMPREPLY[@]} -eq 0 && $kind == folders ]]; then
    compopt -o dirnames 2>/dev/null
  fi
}
complete -o nosort -F _reviewlog reviewlog 2>/dev/null || complete -o default -F _reviewlog reviewlog
