import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../model/index.ts'
import { read } from './index.ts'

/** What the place of an English word says of it: before the subject, behind brackets, in a list, under a hyphen. */

const reading = (source: string): Reading => read(source, { issued: '2025-11-20', language: 'en' })
const parties = ({ entities }: Reading, ids: readonly string[]): string => ids.map((id) => entities.find((entity) => entity.id === id)!).map(({ code, name }) => code ?? name).join('+')
const promises = (source: string): readonly string[] => {
  const found = reading(source)
  return found.commitments.map(({ force, action, deadline, target, parties: ids }) => [force, action, deadline, target?.value, parties(found, ids)].filter((one) => one !== null && one !== undefined && one !== '').join(' '))
}
const instruments = (source: string): readonly string[] => reading(source).instruments.map(({ type, status, count, date, value }) => [type, status, count, date, value?.value].filter((one) => one !== null && one !== undefined).join(' '))
const projects = (source: string): readonly string[] => reading(source).projects.map(({ stage, count, value, evidence: [{ quote }] }) => [stage, count, value?.value].filter((one) => one !== null && one !== undefined).join(' ') + `: ${quote}`)
const meetings = (source: string): readonly string[] => reading(source).meetings.map(({ type, status, ordinal, date }) => [type, status, ordinal, date].filter((one) => one !== null).join(' '))

test('a time before the subject is the deadline of what follows it', () => {
  assert.deepEqual(promises('By 2030, Chad and Peru will double trade.'), ['planned increase 2030 TD+PE'])
  assert.deepEqual(promises('In 2020, Chad and Peru agreed to double trade.'), ['agreed increase TD+PE'])
})

test('a month that a passive promise or an infinitive names is still to come', () => {
  assert.deepEqual(promises('The road of Chad and Peru will be finished by June.').map((one) => one.split(' ')[2]), ['2026-06'])
  assert.deepEqual(promises('Chad and Peru agreed to finish the road by June.').map((one) => one.split(' ')[2]), ['2026-06'])
  assert.deepEqual(instruments('Chad and Peru signed an accord in June.'), ['agreement signed 2025-06'])
})

test('a base form written like its past goes on with the list of infinitives', () =>
  assert.deepEqual(promises('Chad and Peru agreed to widen trade, set up a fund and cut tariffs.'), ['agreed strengthen TD+PE', 'agreed establish TD+PE', 'agreed reduce TD+PE']))

test('a list goes on with the form of its first deed', () =>
  assert.deepEqual(promises('Chad and Peru discussed the possibility of building a road to move goods, ease transit and save time.'), ['considered build TD+PE']))

test('a noun and its time take up the deed before "and"', () => {
  assert.deepEqual(promises('Chad and Peru agreed to open the port by 2026 and the railway by 2028.'), ['agreed open 2026 TD+PE', 'agreed open 2028 TD+PE'])
  assert.deepEqual(promises('Chad and Peru agreed to hold talks in May and in June 2026.').length, 1)
})

test('whose commitment it is bears it', () =>
  assert.deepEqual(promises("Peru welcomed Chad's firm commitment to contribute 300,000 dollars to the fund."), ['pledged finance 300000 TD']))

test('"we" is whoever speaks; a thing that strengthens promises nothing', () => {
  assert.deepEqual(promises('"We will strengthen our ties in trade," said the minister of Chad.'), ['planned strengthen TD'])
  assert.deepEqual(promises('"It will strengthen our ties in trade," said the minister of Chad.'), [])
})

test('the word that leads to a passive keeps its force, and what failed was not agreed', () => {
  assert.deepEqual(promises('Chad and Peru said that trade should be expanded.'), ['urged strengthen TD+PE'])
  assert.deepEqual(promises('Chad and Peru failed to agree on gas prices.'), [])
})

test('a hyphen that ties is no pause', () => {
  assert.deepEqual(meetings('Chad and Peru signed it during the 27th meeting of the Chad-Peru Trade Council held in Lima.'), ['session held 27'])
  assert.deepEqual(projects('Peru has completed the construction of a 100-bed hospital in Chad.'), ['completed: construction of a 100-bed hospital in Chad'])
})

test('brackets are passed over', () => {
  assert.deepEqual(meetings('The 19th Joint Council for Bilateral Cooperation (JCBC) meeting of Chad and Peru was held in Lima.'), ['session held 19'])
  assert.deepEqual(instruments('Chad and Peru signed a 46 billion yen ($408 million) loan agreement.'), ['agreement signed 46000000000'])
})

test('what one sentence lists as new is several; what two sentences count is one', () => {
  assert.deepEqual(instruments('Chad and Peru signed an accord on the promotion of trade, a treaty on taxes and an accord on trade in tea.'), ['agreement signed', 'treaty signed', 'agreement signed'])
  assert.deepEqual(instruments('Chad and Peru signed eight memoranda in May. The eight memoranda were signed in Lima.'), ['memorandum signed 8 2025-05'])
  assert.deepEqual(instruments('Two memoranda of Chad and Peru were signed, the first on customs and the second on tax.').length, 3)
})

test('a set is signed with its members between commas', () =>
  assert.deepEqual(instruments('Chad and Peru met. Six documents, including a memorandum on energy and a plan for tourism, were signed.'), ['other signed 6', 'memorandum signed', 'plan signed']))

test('a title in capitals stands; a draft and what is talked about do not yet', () => {
  assert.deepEqual(instruments('Chad and Peru recalled the 2005 Settlement Agreement.'), ['agreement existing'])
  assert.deepEqual(instruments('Chad and Peru considered the draft Settlement Agreement.'), ['agreement proposed'])
  assert.deepEqual(instruments('Chad and Peru launched negotiations on a free trade agreement.'), ['agreement proposed'])
})

test('companies sign for no state', () =>
  assert.deepEqual(reading('Four companies of Chad and Peru signed memoranda on shipping.').instruments.map(({ parties: ids }) => ids.length), [0]))

test('a title tells in the present what was done, and is told again below it', () =>
  assert.deepEqual(instruments('Chad, Peru sign 33 deals worth $2 billion\nLIMA, Nov. 18 (Reuters) - Chad and Peru signed 33 deals worth 2 billion dollars on Monday.'), ['agreement signed 33 2025-11-17 2000000000']))

test('a number in words counts what its noun phrase is headed by', () =>
  assert.deepEqual(projects('Chad and Peru agreed on two road projects and three new power plants.'), ['planned 2: two road projects', 'planned 3: three new power plants']))

test('works stand as is said of them, before their noun or between commas', () => {
  assert.deepEqual(projects('Chad and Peru agreed to resume work on the stalled Lima housing city.').map((one) => one.split(':')[0]), ['suspended'])
  assert.deepEqual(projects('The Lima petrochemical complex, being built by Chad at a cost of 2 billion dollars, is 55 per cent complete.').map((one) => one.split(':')[0]), ['under-construction 2000000000'])
  assert.deepEqual(projects('Chad and Peru launched the construction of the Lima power plant.').map((one) => one.split(':')[0]), ['under-construction'])
})

test('what is furthered is no encounter; a body that is to meet is one', () => {
  assert.deepEqual(meetings('The forum of Chad and Peru will facilitate high-level discussions on trade.').filter((one) => one.startsWith('talks')), [])
  assert.deepEqual(meetings('The joint commission of Chad and Peru is slated to meet in Lima in December.'), ['session scheduled 2025-12'])
})

test('a currency that names a state brings no state in', () =>
  assert.deepEqual(promises('Chad spent billions of US dollars. Peru and Chad met. Both countries will widen trade.').at(-1), 'planned strengthen TD+PE'))

test('figures: a value that may be is none, a bare number of things is their number', () => {
  assert.deepEqual(reading('Trade of Chad and Peru may amount to 3 billion dollars.').figures, [])
  assert.deepEqual(reading('The number of tourists of Chad in Peru reached 655,000 in 2024, up 78 percent.').figures.map(({ value, change }) => [value, change?.value]), [[655_000, 78]])
})

test('members of a list share the verb behind it', () => {
  assert.deepEqual(instruments('A protocol on customs, a memorandum on sport and an accord on health were signed by Chad and Peru.'), ['protocol signed', 'memorandum signed', 'agreement signed'])
  assert.deepEqual(instruments('A protocol on customs, a gift of the king, pleased Chad and Peru, and a memorandum on sport was signed.'), ['memorandum signed'])
})

test('what is exchanged right there is signed', () => {
  assert.deepEqual(instruments('The ministers of Chad and Peru witnessed the exchange of five memoranda of understanding.'), ['memorandum signed 5'])
  assert.deepEqual(instruments('Chad and Peru are to exchange the memoranda on sport.'), ['memorandum proposed'])
  assert.deepEqual(instruments('Chad and Peru exchanged experts under a memorandum.'), [])
})

test('between commas stands how an instrument was made', () => {
  assert.deepEqual(instruments('The deal, inked last week, pleased Chad and Peru.'), ['agreement signed 2025-11-10/2025-11-16'])
  assert.deepEqual(instruments('The deal, praised last week, pleased Chad and Peru.'), [])
})

test('an instrument called by its title and its topic exists, and its title makes no promise', () => {
  assert.deepEqual(instruments('The ministers of Chad and Peru noted the Agreement on cooperation in sport.'), ['agreement existing'])
  assert.deepEqual(promises('The ministers of Chad and Peru noted the Agreement on expanding trade.'), [])
})

test('several documents are a set', () => {
  assert.deepEqual(instruments('Chad and Peru signed a number of documents, including a roadmap for industrial parks and a plan of action for sport.'), ['other signed', 'plan signed', 'plan signed'])
  assert.deepEqual(instruments('Chad and Peru signed documents.'), [])
})

test('what an infinitive strengthens is no member of the list', () =>
  assert.deepEqual(instruments('Chad and Peru signed a pact to strengthen security and partnership in the fight against crime.'), ['agreement signed']))

test('a body whose meeting was concluded was not founded by it', () =>
  assert.deepEqual(instruments('"We have concluded the seventh meeting of our council," said the minister of Chad.'), []))

test('a participle does not date what it tells of by the report', () =>
  assert.deepEqual(instruments('On Wednesday, Chad reduced tariffs under the trade agreement signed with Peru.'), ['agreement signed']))

test('who calls on a minister has met him, who calls on a state to act has not', () => {
  assert.deepEqual(meetings('Chadian Minister Issa Doba called on Peruvian President Juan Soto in Lima.'), ['talks held'])
  assert.deepEqual(meetings('Chadian Minister Issa Doba called on Peruvian President Juan Soto to open the port.'), [])
})

test('a crowd that visits is no encounter', () => assert.deepEqual(meetings('More than 30,000 tourists visited Peru in 2024.'), []))

test('a meeting that somebody will have is to come', () => {
  assert.deepEqual(meetings('The minister of Chad will have a meeting with the Peruvian minister in Lima.'), ['talks scheduled'])
  assert.deepEqual(meetings('Chad and Peru agreed to deepen trade during their talks on October 1.'), ['talks held 2025-10-01'])
  assert.deepEqual(meetings('Chad and Peru agreed to conclude talks by October 1.'), [])
})

test('a hyphen makes a phrase no longer', () =>
  assert.deepEqual(meetings('The third Chad-Peru High Level Business Council meeting was held in Lima.'), ['session held 3']))

test('works stand in lists and behind other works', () => {
  assert.deepEqual(projects('Chadian firms are building a refinery in Lima and a highway in Cusco.'), ['planned: building a refinery in Lima', 'planned: highway in Cusco'])
  assert.deepEqual(projects('Chad and Peru agreed to build a station, a bus terminal and a school.'), ['planned: bus terminal', 'planned: school'])
  assert.deepEqual(projects('Chad agreed with Peru to build a road between the mines and the ports of Peru.'), ['planned: build a road between the mines and the ports of Peru'])
  assert.deepEqual(projects('Chad agreed with Peru to build a road and rail network.'), ['planned: build a road and rail network'])
})

test('works known by their name are projects where a sentence tells of works', () => {
  assert.deepEqual(projects('The ministers of Chad and Peru reviewed progress on the Doba metro, the Cusco tunnel and the Puno power plant.'), ['planned: Doba metro', 'planned: Cusco tunnel', 'planned: Puno power plant'])
  assert.deepEqual(projects('The ministers of Chad and Peru met at the Doba dam.'), [])
  assert.deepEqual(projects('The ministers of Chad and Peru discussed trade at the Cusco tunnel.'), [])
  assert.deepEqual(projects('Chad will fund the second phase of the Cusco hospital in Peru.'), ['planned: Cusco hospital in Peru'])
})

test('works that will be built are a project where something opens them', () => {
  assert.deepEqual(projects('A refinery will be built in Doba, said the minister of Chad.'), ['planned: refinery'])
  assert.deepEqual(projects('The refinery will be seen from Doba, said the minister of Chad.'), [])
})

test('works wait for their verb behind a participle', () =>
  assert.deepEqual(projects('A 300-bed hospital funded by the Peruvian king was opened in Doba.'), ['launched: 300-bed hospital funded by the Peruvian king was opened']))

test('one adjective tells no project from those before it', () => {
  assert.deepEqual(projects('Chad launched the Doba dam project. Peru praised the national project.'), ['launched: Doba dam project'])
  assert.deepEqual(projects('Freight through the Doba corridor rose by 6 percent to 4 million tons.'), [])
  assert.deepEqual(projects('Chad and Peru agreed to help the railway sector.'), [])
})

test('what a thing is expected to do is an outcome, what a party is expected to do is planned', () => {
  assert.deepEqual(promises('Chad and Peru met. The soft loan is expected to improve water services.'), [])
  assert.deepEqual(promises('Chad and Peru met. The main goal of the visit is to deepen ties.'), [])
  assert.deepEqual(promises('Chad and Peru met. Chad is expected to improve water services.'), ['planned strengthen TD'])
})

test('a word of force with an infinitive of its own leaves the list', () => {
  assert.deepEqual(promises('Chad and Peru agreed to form a council, and intend to conclude a defence deal.'), ['agreed establish TD+PE', 'planned sign TD+PE'])
  assert.deepEqual(promises('Chad and Peru agreed to form a council and conclude a defence deal.'), ['agreed establish TD+PE', 'agreed sign TD+PE'])
})

test('a form in -ing behind a comma goes on with a list only where "and" ends it', () => {
  assert.deepEqual(promises('Chad and Peru agreed on raising trade, opening the border and building a port.').length, 3)
  assert.deepEqual(promises('Chad plans to start supplying gas to Peru this year, expanding its exports to the region.'), ['planned other 2025 TD'])
})

test('a clause about a noun that names who acts promises', () => {
  assert.deepEqual(promises('Chad signed a credit agreement under which Peru will provide $55 million to build roads.'), ['planned finance 55000000 PE'])
  assert.deepEqual(promises('Chad signed a credit agreement with Peru which will improve roads.'), [])
})

test('what is proposed stands in the base form', () =>
  assert.deepEqual(promises('Chad proposed that the two countries establish a joint chamber with Peru.').map((one) => one.split(' ').slice(0, 2).join(' ')), ['urged establish']))

test('a sum that is told of an investment is a figure and no gift', () => {
  const { commitments, figures } = reading('Chad and Peru met. The estimated stock of Chadian investment in Peru is US$ 10 billion.')
  assert.deepEqual([commitments.length, figures.map(({ indicator, value }) => [indicator, value])], [0, [['investment-stock', 1e10]]])
})

test('what is to come, may be, or is how far works are is no figure', () => {
  const figures = (source: string) => reading(source).figures.map(({ value }) => value)
  assert.deepEqual(figures('Chad and Peru met. The plant will have a capacity of 2 GW.'), [])
  assert.deepEqual(figures('Chad and Peru met. The volume of trade may eventually amount to 10 million dollars.'), [])
  assert.deepEqual(figures('Chad and Peru have completed around 90 percent of the preparations for the city.'), [])
  assert.deepEqual(figures('The number of Chadian tourists visiting Peru increased by 30% to 45,000.'), [45000])
})

test('what trade is to rise from is no target', () =>
  assert.deepEqual(promises('Chad and Peru aim at boosting trade from $500 million to $1 billion by 2030.'), ['planned strengthen 2030 1000000000 TD+PE']))

test('a thing that is received or met is no encounter', () => {
  assert.deepEqual(meetings('Trade received priority in the new plans of Chad.'), [])
  assert.deepEqual(meetings('The Chadian minister received a delegation of Peru.'), ['talks held'])
})

test('deeds that are cited as examples are no promises of their own', () => {
  assert.deepEqual(promises('Chad and Peru agreed to explore ways of boosting trade, including resuming flights, carrying out visits and building a port.').length, 1)
  assert.deepEqual(promises('Chad and Peru agreed on boosting trade in the field of energy and building a port.').length, 2)
})

test('works with other names are two', () =>
  assert.deepEqual(projects('Chad inaugurated the Chinese-built Doba Hydropower Plant on the river. Peru is building the 6 MW Sarh Hydropower Plant on the river.').length, 2))

test('works of a kind told before come again with the article', () =>
  assert.deepEqual(projects('Peru is to finance the Cusco subway project. The subway project is expected to ease traffic in Peru.'), ['planned: Cusco subway project']))

test('a letter behind a sum is its magnitude', () =>
  assert.deepEqual(instruments('Chad and Peru signed a €41.2m loan agreement.'), ['agreement signed 41200000']))

test('a value has its own time, its own measure and no comparison with itself', () => {
  const figures = (source: string) => reading(source).figures.map(({ indicator, value, period }) => [indicator, value, period])
  assert.deepEqual(figures('Trade between Chad and Peru grew from 1 billion dollars in 2020 to 2 billion dollars in 2024.'), [['turnover', 2e9, '2024']])
  assert.deepEqual(figures('More than 120,000 Chadian tourists visited Peru in 2024.'), [['other', 120000, '2024']])
  assert.deepEqual(figures('Chad exported 3 million tons of cotton to Peru in 2024.'), [['exports', 3e6, '2024']])
  assert.deepEqual(figures('Chad will export 3 million tons of cotton to Peru.'), [])
})

test('a verb in the past after an apposition is finite where its object stands behind its date', () => {
  const signed = (text: string): readonly unknown[] => read(text, { language: 'en', issued: '2026-05-14' }).instruments.map(({ type, status, parties }) => [type, status, parties.length])
  assert.deepEqual(signed('Chadian minister Issa Doba and Rosa Quispe, Secretary of State of Peru, signed on Friday a Joint Trade Committee (JTC) protocol and an MoU on tourism.'), [['protocol', 'signed', 2], ['memorandum', 'signed', 2]])
  assert.deepEqual(signed('The accord, signed on Friday in Lima, pleased Chad and Peru.'), [['agreement', 'signed', 2]])
})

test('to deliver works is to build them, and a cable is works', () => {
  const { commitments, projects } = read('Peru will deliver a high-speed undersea cable to Chad.', { language: 'en' })
  assert.deepEqual([commitments.map(({ action }) => action), projects.map(({ sectors }) => sectors)], [['build'], [['telecoms-and-digital']]])
  assert.deepEqual(read('Peru will deliver medicine to Chad.', { language: 'en' }).commitments.map(({ action }) => action), ['exchange'])
})
