import type { Sector } from './codes.ts'

/** Sectors that are part of a wider one: a text may name either. */
export const sectorWithin: Partial<Readonly<Record<Sector, Sector>>> = {
  'oil-and-gas': 'energy', nuclear: 'energy', metals: 'manufacturing', 'building-materials': 'manufacturing', petrochemicals: 'manufacturing', automotive: 'manufacturing',
  customs: 'trade', 'quality-inspection': 'trade', railways: 'transport', roads: 'transport', aviation: 'transport', 'ports-and-logistics': 'transport',
}
