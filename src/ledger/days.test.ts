import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { earliest, firstDay, lastDay, latest, nextDay, yearsAfter } from './days.ts'

const span = (edtf: string | null): string => `${firstDay(edtf)} … ${lastDay(edtf)}`

const spans: Readonly<Record<string, string>> = {
  '2015-08-25': '2015-08-25 … 2015-08-25',
  '2015-08': '2015-08-01 … 2015-08-31',
  '2016-02': '2016-02-01 … 2016-02-29',
  '1900-02': '1900-02-01 … 1900-02-28',
  '2016': '2016-01-01 … 2016-12-31',
  '0099-02': '0099-02-01 … 0099-02-28',
  '2015~': '2015-01-01 … 2015-12-31',
  '2015-06?': '2015-06-01 … 2015-06-30',
  '2015-06-12%': '2015-06-12 … 2015-06-12',
  '2015-12-16/2015-12-18': '2015-12-16 … 2015-12-18',
  '2016/2020': '2016-01-01 … 2020-12-31',
  '2016/..': '2016-01-01 … null',
  '../2016': 'null … 2016-12-31',
  '2016/': '2016-01-01 … null',
}
for (const [edtf, days] of Object.entries(spans)) test(`${edtf} is ${days}`, () => assert.equal(span(edtf), days))

test('what is no date has no days', () => {
  for (const words of [null, '', 'asap', 'soon', '2015-13', '2015-00', '15-08', '2015-8', 'XXXX']) assert.equal(span(words), 'null … null')
})

const day = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)).filter((text) => text.length === 10)

test('a day that the calendar does not have is no day', () => {
  for (const day of ['2015-02-31', '2015-06-31', '2015-02-00', '2015-12-32', '2015-02-29']) assert.equal(span(day), 'null … null', day)
})

test('the day after is the next day of the calendar', () => {
  assert.equal(nextDay('2016-02-28'), '2016-02-29')
  assert.equal(nextDay('2015-12-31'), '2016-01-01')
  fc.assert(fc.property(day, (one) => assert.equal(Date.parse(nextDay(one)) - Date.parse(one), 86_400_000)))
})

test('the last day of all has no day after it', () => assert.equal(nextDay(latest), latest))

test('days compare as texts', () => fc.assert(fc.property(day, day, (one, other) => assert.equal(one < other, Date.parse(one) < Date.parse(other)))))

test('every day lies between the earliest and the latest', () => fc.assert(fc.property(day, (one) => assert.ok(earliest < one && one < latest))))

test('years later is the same day; of 29 February the 28th, and not beyond the latest day', () => {
  assert.equal(yearsAfter('2015-08-25', 2), '2017-08-25')
  assert.equal(yearsAfter('2016-02-29', 2), '2018-02-28')
  assert.equal(yearsAfter('2016-02-29', 4), '2020-02-29')
  assert.equal(yearsAfter('9998-05-01', 4), '9999-05-01')
  fc.assert(fc.property(day, fc.nat(4), (one, years) => {
    const after = yearsAfter(one, years)
    assert.equal(lastDay(after), after)
    assert.ok(after >= one)
  }))
})
