import { type Found, role } from './gloss.ts'
import { clauseOver, mentionOver, quantityOver, type Scene } from './scene.ts'

/** The deeds by which works are built, before the noun that they govern. */

export type Deed = { readonly found: Found; readonly at: number }

/** How far a deed of building may stand from the thing it builds, in words. */
const reach = 6

/** "The expansion of": a nominal deed of building right before the word that joins its object, where such words stand apart. */
const deedBefore = (scene: Scene, at: number): Deed | null => {
  if (scene.page.pack.syntax.bends === 'first') return null
  const found = scene.glosses[at - 1]?.nouns.find(({ form, lexeme: { means } }) => form === 'deed' && means.works && means.action)
  return found ? { found, at: at - 1 } : null
}

/** How far before "of" the part may stand that is built of a thing, in words: "the Egyptian section of the road", "the joining of the two parts, Egyptian and Sudanese, of". */
const partReach = 4

/** The part of works that a deed is done to, before the small word at `at`; null where none is. */
export const partBefore = (scene: Scene, at: number): number | null => {
  for (let k = at - 1; k >= Math.max(clauseOver(scene, at).from, at - partReach); k--) {
    if (scene.glosses[k]!.nouns.some(({ after, lexeme: { means } }) => means.part && (!means.own || after !== ''))) return k
    if (scene.words[k]!.kind === 'mark' || role(scene.glosses[k]) !== undefined || scene.glosses[k]!.verbs.length > 0) return null
  }
  return null
}

/** The hyphen of a compound that qualifies the noun behind it: "a 100-bed hospital", "the Nairobi-Mombasa line". */
const tied = (scene: Scene, at: number): boolean => scene.words[at]!.form === '-' && scene.page.pack.syntax.bends === 'last'

/** The building deed that governs a thing: "construction of a hospital". What a verb with a pronoun has behind it is who builds: "that a company builds (it)". */
export const building = (scene: Scene, at: number): Deed | null => {
  let passed = 0
  for (let k = at - 1; k >= clauseOver(scene, at).from && passed < reach; k--) {
    if (!tied(scene, k) && !(scene.page.pack.syntax.bends === 'last' && (mentionOver(scene, k) ?? quantityOver(scene, k)))) passed += 1
    const gloss = scene.glosses[k]!
    const found = [...gloss.nouns, ...gloss.verbs].find(({ after, lexeme: { means } }) => means.works && means.action && (after === '' || gloss.verbs.length === 0))
    if (found) return { found, at: k }
    const of = role(gloss) === 'prep' ? deedBefore(scene, k) : null
    if (of) return of
    const part = role(gloss) === 'prep' || role(gloss) === 'source' ? partBefore(scene, k) : null
    if (part !== null) {
      k = part + 1
      continue
    }
    if ((scene.words[k]!.kind === 'mark' && !tied(scene, k) && !quantityOver(scene, k)) || (role(gloss) !== undefined && role(gloss) !== 'in' && role(gloss) !== 'this' && role(gloss) !== 'possessive')) return null
  }
  return null
}
