type Duals = { readonly rows: number[]; readonly columns: number[]; readonly owner: number[] }

/** Lets one row into the matching along the cheapest path (row 0 and column 0 are the outside). */
const admit = (row: number, cost: (row: number, column: number) => number, { rows, columns, owner }: Duals): void => {
  const cheapest = columns.map(() => Infinity)
  const before = columns.map(() => 0)
  const seen = columns.map(() => false)
  let at = 0
  owner[0] = row
  do {
    seen[at] = true
    const from = owner[at]!
    let next = 0
    for (let column = 1; column < columns.length; column += 1) {
      if (seen[column]) continue
      const reduced = cost(from, column) - rows[from]! - columns[column]!
      if (reduced < cheapest[column]!) { cheapest[column] = reduced; before[column] = at }
      if (next === 0 || cheapest[column]! < cheapest[next]!) next = column
    }
    const step = cheapest[next]!
    columns.forEach((_, column) => {
      if (seen[column]) { rows[owner[column]!]! += step; columns[column]! -= step } else cheapest[column]! -= step
    })
    at = next
  } while (owner[at] !== 0)
  while (at !== 0) { owner[at] = owner[before[at]!]!; at = before[at]! }
}

/**
 * The one-to-one matching of greatest total weight (the Hungarian method, cubic in the larger side). `weight` counts from 0;
 * a weight of 0 or less forbids the pair. Returns pairs of row and column.
 */
export const assign = (height: number, width: number, weight: (row: number, column: number) => number): readonly (readonly [number, number])[] => {
  const size = Math.max(height, width)
  const worth = (row: number, column: number) => (row < height && column < width ? Math.max(0, weight(row, column)) : 0)
  const table = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => -worth(row, column)))
  const zeros = () => Array.from({ length: size + 1 }, () => 0)
  const duals: Duals = { rows: zeros(), columns: zeros(), owner: zeros() }
  for (let row = 1; row <= size; row += 1) admit(row, (r, c) => table[r - 1]![c - 1]!, duals)
  return duals.owner
    .map((row, column) => [row - 1, column - 1] as const)
    .filter(([row, column]) => row >= 0 && column >= 0 && table[row]![column]! < 0)
    .sort(([one], [other]) => one - other)
}
