import type { Reason, State, Thread } from './api.ts'

/** A reason taken apart: the key of its words, and what they are filled with. `raw`: it could not be, and is shown as it came. */
export type Said = { readonly key: string; readonly fill: Readonly<Record<string, Fill>> } | { readonly raw: string }

/** What fills a gap in a sentence: a code with a name, a date, a number, a value with its unit, or words as they are. */
export type Fill =
  | { readonly is: 'code'; readonly list: string; readonly code: string }
  | { readonly is: 'date'; readonly edtf: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'amount'; readonly value: number; readonly unit: string }
  | { readonly is: 'numbers'; readonly values: readonly number[] }
  | { readonly is: 'words'; readonly text: string }

const code = (list: Extract<Fill, { readonly is: 'code' }>['list'], text: string): Fill => ({ is: 'code', list, code: text })
const date = (edtf: string): Fill => ({ is: 'date', edtf })
const words = (text: string): Fill => ({ is: 'words', text })

const amount = /^(-?[\d.]+(?:e[+-]?\d+)?) (.+)$/

/** Where a thing stands: a word of the lists, or a value with its unit. */
export const stepOf = (text: string): Fill => {
  const found = amount.exec(text)
  return found ? { is: 'amount', value: Number(found[1]), unit: found[2]! } : code('step', text)
}

type Form = { readonly code: string; readonly form: RegExp; readonly take: (found: RegExpExecArray) => Said }

const told = (key: string) => (found: RegExpExecArray): Said => ({ key, fill: { step: stepOf(found[1]!), day: date(found[2]!) } })
const toldForm = /^(?:a part of the set: )?(.+), as told on (\S+?)(?:; no promise of it is known)?$/

const movedFill = (text: string): Fill => (amount.test(text) ? stepOf(text) : date(text))

const forms: readonly Form[] = [
  { code: 'promised', form: /^(\S+): to (\S+), said on (\S+); due (\S+)$/, take: ([, force, action, day, due]) => ({ key: 'promised-due', fill: { force: code('force', force!), action: code('action', action!), day: date(day!), due: date(due!) } }) },
  { code: 'promised', form: /^(\S+): to (\S+), said on (\S+); the date is vague: (\S+)$/, take: ([, force, action, day, due]) => ({ key: 'promised-vague', fill: { force: code('force', force!), action: code('action', action!), day: date(day!), due: date(due!) } }) },
  { code: 'promised', form: /^(\S+): to (\S+), said on (\S+); no date was set$/, take: ([, force, action, day]) => ({ key: 'promised-undated', fill: { force: code('force', force!), action: code('action', action!), day: date(day!) } }) },
  { code: 'moved', form: /^first said: ([^,]+), (.+)$/, take: ([, due, value]) => ({ key: 'moved-both', fill: { due: movedFill(due!), value: movedFill(value!) } }) },
  { code: 'moved', form: /^first said: (.+)$/, take: ([, value]) => ({ key: 'moved', fill: { value: movedFill(value!) } }) },
  { code: 'moved', form: /^first said: $/, take: () => ({ key: 'moved-from-none', fill: {} }) },
  { code: 'past-due', form: /^/, take: () => ({ key: 'past-due', fill: {} }) },
  { code: 'two-values', form: /^(.+), as told on (\S+), but (.+), as told on (\S+)$/, take: ([, one, first, other, second]) => ({ key: 'two-values', fill: { one: stepOf(one!), first: date(first!), other: stepOf(other!), second: date(second!) } }) },
  { code: 'redrawn', form: /^counted as (.+)$/, take: ([, list]) => ({ key: 'redrawn', fill: { counts: { is: 'numbers', values: list!.split(/, then |, /).map(Number) } } }) },
  { code: 'unheard', form: /^last heard of on (\S+), more than (\d+) years before$/, take: ([, day, years]) => ({ key: 'unheard', fill: { day: date(day!), years: { is: 'number', value: Number(years) } } }) },
  { code: 'told', form: /^told of on (\S+)$/, take: ([, day]) => ({ key: 'told', fill: { day: date(day!) } }) },
  { code: 'judged', form: /^judged (\S+) by (.+?) on (\d{4}-\d\d-\d\d): ([\s\S]*)$/, take: ([, state, who, day, why]) => ({ key: 'judged', fill: { state: code('state', state!), who: words(who!), day: date(day!), why: words(why!) } }) },
  ...['reached', 'advanced', 'cancelled', 'ended', 'suspended', 'done', 'under-way', 'part-advanced'].map((one): Form => ({ code: one, form: toldForm, take: told(one) })),
]

/** Takes a reason apart, so that it can be said in any language. */
export const takenApart = ({ code, says }: Pick<Reason, 'code' | 'says'>): Said => {
  for (const form of forms) {
    const found = form.code === code ? form.form.exec(says) : null
    if (found) return form.take(found)
  }
  return { raw: says }
}

/** What decides each state: these reasons come first. */
const deciding: Readonly<Record<State, readonly string[]>> = {
  overdue: ['past-due'], contested: ['two-values'], changed: ['suspended', 'redrawn', 'moved'], advanced: ['advanced', 'under-way', 'part-advanced', 'reached'], open: [], repeated: [],
  silent: ['unheard'], lapsed: ['unheard'], dropped: ['cancelled', 'ended'], kept: ['reached', 'done'], noted: ['told'],
}

const weight = (reason: Reason, state: State): number => (reason.code === 'judged' ? 0 : deciding[state].includes(reason.code) ? 1 : 2)

/** The reasons of a thread, each once; first those that decide its state. */
export const leading = ({ reasons, machine }: Pick<Thread, 'reasons' | 'machine'>): readonly Reason[] =>
  reasons.filter(({ says }, at) => reasons.findIndex((one) => one.says === says) === at).toSorted((one, other) => weight(one, machine) - weight(other, machine))
