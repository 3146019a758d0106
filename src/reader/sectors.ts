import type { Sector } from '../model/index.ts'
import type { Scene } from './scene.ts'

/** The sectors that the words of a run name, in order of mention. */
export const sectorsIn = (scene: Scene, { from, to }: { readonly from: number; readonly to: number }): readonly Sector[] => {
  const out = new Set<Sector>()
  for (let at = from; at < to; at++)
    for (const { lexeme } of scene.glosses[at]!.nouns) if (lexeme.means.sector) out.add(lexeme.means.sector)
  return [...out]
}
