import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compared, type Measured } from './amounts.ts'

const amount = (written: string): Measured => {
  const [value, unit, per = null] = written.split(' ')
  return { value: Number(value), unit: unit!, per }
}

const how = (one: string, other: string): string => compared(amount(one), amount(other))

test('a number said less exactly is the same number', () => {
  for (const [one, other] of [['40000000000 USD', '40500000000 USD'], ['13.6 %', '13.57 %'], ['150 km', '149.7 km'], ['9 t', '9.1 t']] as const) {
    assert.equal(how(one, other), 'same', `${one} and ${other}`)
    assert.equal(how(other, one), 'same', `${other} and ${one}`)
  }
})

test('a number that rounds otherwise, or that is further off, is another', () => {
  for (const [one, other] of [['62 USD', '63 USD'], ['10 USD', '13.57 USD'], ['1 station', '1.4 station'], ['51 project', '52 project']] as const) assert.equal(how(one, other), 'other-value', `${one} and ${other}`)
})

test('a value in another prefix of its unit is the same value', () => {
  assert.equal(how('1 GW', '1000 MW'), 'same')
  assert.equal(how('2000 m', '2 km'), 'same')
  assert.equal(how('3 t', '3000 kg'), 'same')
  assert.equal(how('1 GW', '1200 MW'), 'other-value')
})

test('what cannot be compared is not called different: two currencies', () => {
  assert.equal(how('60000000000 SAR', '16000000000 USD'), 'unlike')
  assert.equal(how('60 km', '60 station'), 'other-unit')
})

test('a rate and a rate of another time are two, a rate and a bare number are not', () => {
  assert.equal(how('1 USD year', '1 USD month'), 'other-value')
  assert.equal(how('1 USD year', '1 USD'), 'same')
})
