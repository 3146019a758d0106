import { type Actors, partiesWithin, subjectOf } from './actors.ts'
import type { Clause } from './clauses.ts'
import { meaning, trait } from './gloss.ts'
import { mentionsIn, paragraphOver, type Scene, timeOver } from './scene.ts'

/** How many sentences a speaker is heard without another word of saying. */
const speechReach = 2

/** "…, Li said": a verb of saying with nothing after it speaks for the clauses of its sentence before it. */
const closing = (scene: Scene, { from, to, sentence }: Clause): Actors | null => {
  if (scene.page.pack.syntax.subject !== 'before' || to < (scene.page.sentences[sentence]?.to ?? 0)) return null
  for (let at = to - 1; at >= from; at--) {
    if ((scene.glosses[at]!.traits & trait.says) === 0) continue
    const found = meaning(scene.glosses[at]!.verbs, 'says')
    const rest = scene.words.slice(at + 1, to).filter((word, k) => word.kind !== 'mark' && timeOver(scene, at + 1 + k) === null)
    return found && rest.length <= restAfter ? (subjectOf(scene, at, found.length) ?? firstNamed(scene, at + 1, to)) : null
  }
  return null
}

/** Words after a closing "said" that are no quotation: where, to whom, or the speaker. */
const restAfter = 8

const firstNamed = (scene: Scene, from: number, to: number): Actors | null => {
  const person = mentionsIn(scene, { from, to }).find(({ type }) => type === 'person')
  return person ? { keys: partiesWithin(scene, person.from, person.to), from: person.from, to: person.to, person: person.key } : null
}

/** Who speaks at each clause: the subject of the last verb of saying, or of the one that closes the sentence. */
export const speakers = (scene: Scene): readonly (Actors | null)[] => {
  const spoken = speakersBefore(scene)
  const last = new Map<number, Actors>()
  for (const clause of scene.clauses) {
    const actors = closing(scene, clause)
    if (actors) last.set(clause.sentence, actors)
  }
  return last.size === 0 ? spoken : spoken.map((actors, number) => last.get(scene.clauses[number]!.sentence) ?? actors)
}

/** A paragraph that opens with what was done and not said tells of something else, where the subject stands first. */
const tellsAnew = (scene: Scene, { from, to }: Clause): boolean => {
  if (scene.page.pack.syntax.subject === 'after' || paragraphOver(scene, from).from !== from) return false
  const verb = scene.glosses.slice(from, to).find(({ verbs }) => verbs.length > 0)
  return verb?.tense === 'past' && verb.verbs.some(({ lexeme: { means } }) => (means.status ?? means.meets ?? means.holds) !== undefined)
}

const speakersBefore = (scene: Scene): readonly (Actors | null)[] => {
  let speaker: Actors | null = null
  let last = 0
  return scene.clauses.map((clause) => {
    if (tellsAnew(scene, clause)) speaker = null
    for (let at = clause.from; at < clause.to; at++) {
      const found = scene.glosses[at]!.traits & trait.says ? meaning(scene.glosses[at]!.verbs, 'says') : null
      if (!found) continue
      speaker = subjectOf(scene, at, found.length) ?? speaker
      last = clause.sentence
      break
    }
    return clause.sentence - last <= speechReach ? speaker : null
  })
}
