import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { civil, date, dayNumber, days, edtf, edtfBetween, issuedDay, months, monthPeriod, week, weekdayOf, years } from './calendar.ts'

test('days are counted from 1970-01-01, a Thursday', () => {
  assert.equal(dayNumber(1970, 1, 1), 0)
  assert.equal(weekdayOf(0), 4)
  assert.equal(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28), 2)
  assert.equal(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28), 1)
})
test('a day and its date are one', () => fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (day) => {
  const { year, month, day: of } = civil(day)
  return dayNumber(year, month, of) === day && month >= 1 && month <= 12 && of >= 1 && of <= 31
})))
test('the platform agrees', () => fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
  const at = new Date(day * 86_400_000)
  const { year, month, day: of } = civil(day)
  return at.getUTCFullYear() === year && at.getUTCMonth() + 1 === month && at.getUTCDate() === of && (at.getUTCDay() || 7) === weekdayOf(day)
})))
test('months carry over the year', () => assert.equal(edtf(months(2018, 11, 14)), '2018-11/2019-02'))
test('periods in EDTF', () => {
  assert.equal(edtf(years(2016, 2016)), '2016')
  assert.equal(edtf({ ...monthPeriod(2016, 12), about: true }), '2016-12~')
  assert.equal(edtf(week(dayNumber(2018, 5, 1))), '2018-04-30/2018-05-06')
  assert.equal(edtf(days(dayNumber(2015, 12, 16), dayNumber(2015, 12, 18))), '2015-12-16/2015-12-18')
  assert.equal(edtfBetween(monthPeriod(2015, 4), years(2018, 2018)), '2015-04/2018')
})
test('no 31st of June', () => assert.equal(date(2018, 6, 31), null))
test('only a whole date is a day', () => assert.deepEqual([issuedDay('2018-05'), issuedDay(null), issuedDay('1970-01-02')], [null, null, 1]))
