import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './day.ts'

test('years, months and days of the calendar', () => {
  for (const date of ['2015', '2015-08', '2015-08-25', '2016-02-29']) assert.equal(day(date), date)
  for (const date of ['', '15', '2015-13', '2015-02-29', '2015-8-5', '25.08.2015', '2015-08-25T10:00', ' 2015', '2015-04-31']) assert.equal(day(date), null)
})
