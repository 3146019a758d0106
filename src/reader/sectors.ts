import type { Sector } from '../model/index.ts'
import { mentionOver, type Scene } from './scene.ts'

const named = (scene: Scene, at: number): boolean => {
  const mention = mentionOver(scene, at)
  return mention !== null && !mention.adjective
}

/** The sectors that the words of a run name, in order of mention. */
export const sectorsIn = (scene: Scene, { from, to }: { readonly from: number; readonly to: number }): readonly Sector[] => {
  const out = new Set<Sector>()
  for (let at = from; at < to; at++)
    if (!named(scene, at)) for (const { lexeme } of scene.glosses[at]!.nouns) if (lexeme.means.sector) out.add(lexeme.means.sector)
  return [...out]
}
