# Completion of bitis's command line for bash.
_bitis() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} k
    for ((k = 1; k < COMP_CWORD; k++)); do
        case ${COMP_WORDS[k]} in
        -c) [ $k -lt $((COMP_CWORD - 1)) ] && { COMPREPLY=($(compgen -f -- "$word")); return; } ;;
        -m) [ $k -lt $((COMP_CWORD - 1)) ] && { COMPREPLY=($(compgen -f -- "$word")); return; } ;;
        -W|-X) ((k++)) ;;
        -*) ;;
        *) COMPREPLY=($(compgen -f -- "$word")); return ;;
        esac
    done
    case $previous in
    -c) COMPREPLY=(); return ;;
    -W) COMPREPLY=($(compgen -W 'default error ignore always module once' -- "$word")); return ;;
    -X) COMPREPLY=($(compgen -W 'dev int_max_str_digits= no_debug_ranges utf8' -- "$word")); return ;;
    -m) COMPREPLY=($(compgen -W "$(for f in *.py; do [ -f "$f" ] && echo "${f%.py}"; done)" -- "$word")); return ;;
    esac
    case $word in
    -*) COMPREPLY=($(compgen -W '-c -m -i -q -u -O -OO -W -X -E -P -I -x -B -s -S -V --version -h --help --dis --ast --tokens' -- "$word")) ;;
    *) COMPREPLY=($(compgen -d -S / -- "$word") $(compgen -f -X '!*.py' -- "$word")) ;;
    esac
}
complete -o filenames -o nospace -F _bitis bitis
