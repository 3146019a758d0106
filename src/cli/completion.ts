import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { accountHelp } from './account.ts'
import { boardHelp } from './board.ts'
import { backupHelp, exportHelp, importHelp, rebuildHelp, verifyHelp } from './keeping.ts'
import { finished } from './output.ts'
import { recordHelp } from './record.ts'
import { reviewHelp } from './review.ts'
import { searchHelp } from './search.ts'
import { serveHelp } from './serve.ts'
import { threadHelp } from './thread.ts'
import { misuse, readHelp, samplesHelp } from './usage.ts'

export const completionHelp = `tawafuq completion SHELL

Prints what makes a shell complete verbs, options and files; SHELL is bash, zsh or fish.

Examples
  tawafuq completion bash > ~/.local/share/bash-completion/completions/tawafuq
  tawafuq completion zsh > "\${fpath[1]}/_tawafuq"
  tawafuq completion fish > ~/.config/fish/completions/tawafuq.fish
`

/** The options that stand in the help of each verb: what is told there is what is completed. */
const helps: Readonly<Record<string, string>> = {
  read: readHelp, samples: samplesHelp, record: recordHelp, board: boardHelp, thread: threadHelp, search: searchHelp, review: reviewHelp,
  verify: verifyHelp, rebuild: rebuildHelp, backup: backupHelp, export: exportHelp, import: importHelp, serve: serveHelp, account: accountHelp, completion: completionHelp,
}

const optionsIn = (help: string): readonly string[] => [...new Set(Array.from(help.matchAll(/^ {2}(--[a-z-]+)/gm), ([, option]) => option!)), '--help']

const verbs = Object.keys(helps).join(' ')

const cases = (): string => Object.entries(helps).map(([verb, help]) => `    ${verb}) words="${optionsIn(help).join(' ')}" ;;`).join('\n')

const bash = (): string => `_tawafuq() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases()}
    *) words="" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${verbs} --help --version" -- "\${COMP_WORDS[COMP_CWORD]}"))
  elif [[ "\${COMP_WORDS[COMP_CWORD]}" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
  else
    COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
  fi
}
complete -o filenames -F _tawafuq tawafuq
`

const zsh = (): string => `#compdef tawafuq
_tawafuq() {
  local words_of_verb
  if (( CURRENT == 2 )); then
    compadd ${verbs} --help --version
    return
  fi
  case "\${words[2]}" in
${cases().replaceAll('words="', 'words_of_verb="')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then compadd -- \${=words_of_verb}; else _files; fi
}
_tawafuq "$@"
`

const fish = (): string => [
  `complete -c tawafuq -n __fish_use_subcommand -f -a "${verbs}"`,
  ...Object.entries(helps).flatMap(([verb, help]) => optionsIn(help).map((option) => `complete -c tawafuq -n "__fish_seen_subcommand_from ${verb}" -l ${option.slice(2)}`)),
  '',
].join('\n')

const shells: Readonly<Record<string, () => string>> = { bash, zsh, fish }

/** `tawafuq completion SHELL` */
export const completionVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals: [shell, ...more] } = misuse(() => parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } }, allowPositionals: true }))
  if (values.help) return finished(completionHelp)
  if (shell === undefined || more.length > 0 || !Object.hasOwn(shells, shell)) throw new Misuse(`One SHELL is needed: ${Object.keys(shells).join(', ')}.`)
  return finished(shells[shell]!())
}
