import { partiesWithin, textParties } from './actors.ts'
import type { FigureDraft } from './drafts.ts'
import { meaning } from './gloss.ts'
import { nounAt } from './phrases.ts'
import { clauseOver, type Scene, timesIn } from './scene.ts'

/** Reads reported values: an indicator or a verb of measure with a sum, a share or a count that nothing else has claimed. */
export const readFigures = (scene: Scene, claimed: (at: number) => boolean): readonly FigureDraft[] => {
  const out: FigureDraft[] = []
  for (const mark of scene.page.quantities) {
    if (mark.value === null || mark.repeats || claimed(mark.from)) continue
    const clause = clauseOver(scene, mark.from)
    let indicator: { readonly at: number; readonly name: string; readonly rule: string } | null = null
    let measured = false
    for (let at = clause.from; at < mark.from; at++) {
      const noun = nounAt(scene, at, 'indicator')
      if (noun && (!indicator || !noun.lexeme.means.weak)) indicator = { at, name: noun.lexeme.means.indicator as string, rule: noun.lexeme.id }
      if (meaning(scene.glosses[at]!.verbs, 'measures') ?? meaning(scene.glosses[at]!.nouns, 'measures')) measured = true
    }
    if (!indicator && !measured) continue
    if (mark.sort === 'count' && !indicator) continue
    const from = indicator?.at ?? clause.from
    const period = timesIn(scene, clause).find(({ edtf }) => edtf !== null)?.edtf ?? null
    const parties = partiesWithin(scene, clause.from, clause.to)
    out.push({
      kind: 'figure', passages: [{ from, to: mark.to, rule: indicator?.rule ?? 'reader.measured' }], indicator: indicator?.name ?? 'other',
      value: mark.value, unit: mark.unit, period, change: null, parties: parties.length ? parties : textParties(scene),
    })
  }
  return out
}
