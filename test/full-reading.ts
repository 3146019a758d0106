import type { Evidences, Reading } from '../src/model/index.ts'

/** A reading in which every kind of item occurs once and every text from outside is `foreign`. */
export const fullReading = (foreign: string, trace = false): Reading => {
  const length = Array.from(foreign).length
  const evidence: Evidences = [{ start: 0, end: length, quote: foreign, rule: 'xx.rule', ...(trace ? { trace: [{ rule: 'xx.step', gave: foreign }] } : {}) }]
  const sum = { value: 40_000_000_000, unit: 'USD' } as const
  return {
    tawafuq: 'reading/1',
    document: { sha256: '0'.repeat(64), language: 'ar', length, issued: '2015-08-25', issuedFrom: 'dateline', outlet: foreign, place: 'e1' },
    entities: [
      { id: 'e1', type: 'state', name: foreign, code: 'KZ', wikidata: 'Q232', evidence },
      { id: 'e2', type: 'person', name: foreign, code: null, wikidata: null, post: foreign, of: 'e1', evidence },
    ],
    times: [{ edtf: '2015-08-25', hedge: null, evidence }, { edtf: null, hedge: 'asap', evidence }, { edtf: null, hedge: null, evidence }],
    quantities: [{ ...sum, per: 'year', approximate: true, evidence }, { value: null, unit: 'USD', per: null, approximate: false, evidence }],
    meetings: [{
      id: 'm1', type: 'session', mechanism: 'e1', ordinal: 7, place: 'e1', date: '2015-08-25', status: 'held', participants: [{ entity: 'e2', chair: true }],
      parties: ['e1'], stated: { points: 6 }, evidence,
    }],
    commitments: [{
      id: 'c1', force: 'agreed', polarity: 'will-not', action: 'strengthen', object: foreign, entities: ['e1'], speaker: 'e2', parties: ['e1'], sectors: ['trade'],
      deadline: 'asap', target: { ...sum, per: 'year' }, place: 'e1', condition: foreign, instrument: 'i1', project: 'p1', point: 1, evidence,
    }],
    instruments: [{ id: 'i1', type: 'agreement', status: 'proposed', name: foreign, count: 2, parties: ['e1'], date: '2015~', value: sum, evidence }],
    projects: [{
      id: 'p1', name: foreign, count: 52, stage: 'planned', sectors: ['railways'], place: 'e1', operator: 'e1', measures: [{ value: 22.4, unit: 'km', of: foreign }],
      value: sum, startBy: '2015-12-31', endBy: '2016', partOf: 'p1', evidence,
    }],
    figures: [{ id: 'f1', indicator: foreign, value: 1.5, unit: '%', period: '2013-01/2013-06', change: { value: -3, unit: '%' }, parties: ['e1'], evidence }],
    gaps: [{ why: 'a promise verb whose object was not understood', evidence }],
  }
}
