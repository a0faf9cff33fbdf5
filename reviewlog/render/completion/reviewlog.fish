# The Tab key finishes words of reviewlog in fish. To switch it on, type once:
#
#   reviewlog completion fish > ~/.config/fish/completions/reviewlog.fish
#
# What reviewlog answers is taken as words and never run.
function __reviewlog_complete
    command -q reviewlog; or return
    set -l found (command reviewlog _complete fish (commandline -cp | string collect) 2>/dev/null </dev/null)
    set -l kind "$found[1]"
    if test (count $found) -gt 1
        printf '%s\n' $found[2..-1]
    end
    set -l typed (commandline -ct)
    set -l head (string match -r -- '^--[a-z-]+=' "$typed")
    set -l begun (string replace -r -- '^--[a-z-]+=' '' "$typed")
    switch "$kind"
        case files
            for path in (__fish_complete_path "$begun")
                printf '%s%s\n' "$head" $path
            end
        case folders
            for path in (__fish_complete_directories "$begun" '')
                printf '%s%s\n' "$head" $path
            end
    end
end
complete -c reviewlog -f -k -a '(__reviewlog_complete)'
