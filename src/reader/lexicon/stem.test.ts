import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stemmingOf, stemOf, stemsOf } from './stem.ts'

/** A made-up language: "ab" is written fast to the front of a word, "um" and "s" to its end. */
const stemming = stemmingOf({ front: { 3: ['ab'] }, end: { 3: ['um'], 4: ['s'] }, empty: ['things'], things: { list: ['early fruits', 'short'] } })

test('a word sheds what is written fast to it, and its ending', () => assert.deepEqual(['abroadum', 'roadum', 'road', 'roads'].map((word) => stemOf(word, stemming)), ['road', 'road', 'road', 'road']))

test('so much is left as the pack says', () => assert.deepEqual(['abro', 'roum', 'cars', 'rums'].map((word) => stemOf(word, stemming)), ['abro', 'roum', 'cars', 'rums']))

test('a word is found with and without the letters at its front', () => {
  assert.deepEqual(stemsOf('abroad', stemming), ['abroad', 'road'])
  assert.deepEqual(stemsOf('road', stemming), ['road'])
})

test('empty words and names of sorts of things are kept as stems', () => {
  assert.deepEqual(stemming.empty, ['thing'])
  assert.deepEqual(stemming.phrases, [{ thing: 'list', words: ['early', 'fruit'] }, { thing: 'list', words: ['short'] }])
})

test('a pack without these settings compares whole words', () => assert.equal(stemOf('abroads', stemmingOf()), 'abroads'))
