type Fill = Readonly<Record<string, string>>

const forms: readonly (readonly [key: string, form: RegExp])[] = [
  ['gap.points', /^the text counts (\d+) points; (\d+) paragraphs/], ['gap.instruments', /^the text counts (\d+) instruments; (\d+) of them/],
  ['gap.object', /^a promise verb whose object/], ['gap.language', /language|no pack/], ['gap.unseen', /control/],
]

/** What a gap says, as the key of its words and what they are filled with; one that is not known is called by what all gaps are. */
export const gapWords = (why: string, number: (value: number) => string): readonly [key: string, fill: Fill] => {
  for (const [key, form] of forms) {
    const found = form.exec(why)
    if (found) return [key, found[1] === undefined ? {} : { told: number(Number(found[1])), read: number(Number(found[2])) }]
  }
  return ['gap.other', {}]
}
