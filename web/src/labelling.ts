/** Where names go on a map: beside their points, never over one another. Lengths are pixels; left is left in every language. */

export type Point = readonly [x: number, y: number]
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A name to be written at a point; `away`: how far the mark reaches around it; `shy`: the name of the land around, which is rather left off than crossed by a line. */
export type Wanted = { readonly id: string; readonly at: Point; readonly away: number; readonly width: number; readonly shy?: boolean }
/** `at`: the left end of the line that the letters stand on. */
export type Label = { readonly id: string; readonly at: Point }

/** Of letters of 13 pixels: how far they reach above and below their line. */
const [above, below, air] = [13, 5, 3] as const

const meet = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

const around = ([x, y]: Point, by: number): Box => ({ left: x - by, top: y - by, right: x + by, bottom: y + by })

/** To the right, to the left, above, below, and these two pushed aside: the first that is free; a land has its name in its middle. */
const spotsFor = ({ at: [x, y], away, width, shy = false }: Wanted): readonly Point[] => {
  if (shy) return [0, above + below, -above - below].map((by): Point => [x - width / 2, y + 4 + by])
  const side = away + air
  const [over, under] = [y - side - below, y + side + above]
  return [[x + side, y + 4], [x - side - width, y + 4], ...[x - width / 2, x - side, x + side - width].flatMap((left): readonly Point[] => [[left, over], [left, under]])]
}

const boxOf = ([x, y]: Point, width: number): Box => ({ left: x - air, top: y - above, right: x + width + air, bottom: y + below })

/** What names keep clear of: no name covers a point, and none a line where it can stand elsewhere. */
export type Kept = { readonly points: readonly { readonly at: Point; readonly away: number }[]; readonly lines: readonly Point[] }

/** The names that find room, those first in the list before the others. */
export const labelled = (wanted: readonly Wanted[], { points, lines }: Kept, room: { readonly width: number; readonly height: number }): readonly Label[] => {
  const taken = points.map(({ at, away }) => around(at, away))
  const crossed = lines.map((at) => around(at, 1))
  const inside = ({ left, top, right, bottom }: Box): boolean => left >= 0 && top >= 0 && right <= room.width && bottom <= room.height
  return wanted.flatMap((one) => {
    const free = spotsFor(one).map((at) => ({ at, box: boxOf(at, one.width) })).filter(({ box }) => inside(box) && !taken.some((other) => meet(box, other)))
    const found = free.find(({ box }) => !crossed.some((other) => meet(box, other))) ?? (one.shy ? undefined : free[0])
    if (!found) return []
    taken.push(found.box)
    return [{ id: one.id, at: found.at }]
  })
}
