import { Misuse } from '../ledger/index.ts'

/** Reads the options of a verb; a mistake in them is a `Misuse`. */
export const misuse = <T>(parse: () => T): T => {
  try {
    return parse()
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

export const help = `tawafuq: what governments agree with one another, and what becomes of it

Read
  tawafuq read FILE...      the meetings, commitments, instruments, projects and figures of each file
  tawafuq samples           the same for the communiqués that come with the program

Keep and follow
  tawafuq record FILE...    reads each file and keeps it in the ledger
  tawafuq board             what was promised and what became of it, on any day
  tawafuq thread ID         the life of one promise, passage by passage
  tawafuq search WORDS      documents and threads that speak of something
  tawafuq review            accept, reject, amend, join, part, judge; what waits for a person

Serve
  tawafuq serve             the ledger over HTTP, for the pages and for programs
  tawafuq account ...       who may sign in, and what for

Look after the ledger
  tawafuq verify            is every line as it was written?
  tawafuq rebuild           makes threads, states and the index of words anew
  tawafuq backup FILE       a copy of the ledger
  tawafuq export, import    the ledger as lines of JSON, and back

  tawafuq completion SHELL  completion for bash, zsh or fish
  tawafuq VERB --help       all options of a verb, with examples
  tawafuq --version

Examples
  tawafuq read report.txt --date 2015-08-25
  tawafuq record august.txt december.txt
  tawafuq board --asof 2016-02-01
`

export const readHelp = `tawafuq read FILE...

FILE is a text in UTF-8 or another encoding that can be told from it; - is standard input.

  --date DATE        when the text was published (2015-08-25), if it does not say so itself; "tomorrow" counts from it
  --format FORMAT    text (for people), json, or ndjson (one object a line); text unless --input ndjson
  --input ndjson     each line of FILE is {"id","text","date"?,"language"?}
  --lang LANGUAGE    the language of the texts (ar, en), if it is not to be told from the letters
  --explain          add to each passage the rules that led to it
  --threads N        how many processors to use; all of them when there are many texts
  --max-bytes N      refuse longer texts; 67108864 (64 MiB) if not given
  --schema           print the JSON Schema of the output and stop

Examples
  tawafuq read report.txt --date 2015-08-25
  cat report.txt | tawafuq read - --format json
  tawafuq read *.txt --format ndjson > readings.ndjson
  tawafuq read reports.ndjson --input ndjson --threads 4 > readings.ndjson

Exit code: 0 all were read; 1 some could not be (each is named with the reason); 2 wrong usage.
`

export const samplesHelp = `tawafuq samples [PART-OF-NAME...]

Reads the communiqués that come with the program, or those whose name holds one of the parts, and shows them for people.
`
