import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateFrom, datelineOf } from './dateline.ts'
import { loadPack } from './lexicon/load.ts'
import { openPage } from './open.ts'

const shown = (text: string, issued: string | null = null, language = 'ar'): string => {
  const page = openPage(text, loadPack(language), issued)
  const found = datelineOf(page)
  if (!found) return 'none'
  const place = found.place ? page.text.source.slice(page.text.starts[found.place.from], page.text.ends[found.place.to - 1]) : '?'
  return `${place} | ${found.outlet ?? '?'} | ${found.date ?? '?'} | ${page.words[found.to]?.form ?? ''}`
}

test('place, date and agency in brackets', () => assert.equal(shown('أستانا 7 مارس 2019 (شينخوا) بحث الوزيران التعاون'), 'أستانا | Xinhua | 2019-03-07 | بحث'))
test('place - agency', () => assert.equal(shown('المنامة - بنا - بحث الوزيران التعاون'), 'المنامة | BNA | ? | بحث'))
test('a place of several words, an agency in Latin letters', () => assert.equal(shown('أبوظبي، الإمارات العربية المتحدة (CNN)-- بحث الوزيران'), 'أبوظبي، الإمارات العربية المتحدة | CNN | ? | بحث'))
test('a date after a preposition, an agency between strokes', () => assert.equal(shown('عمان في 12 مايو 2020 /بترا/ بحث الوزيران'), 'عمان | Petra | 2020-05-12 | بحث'))
test('a month of the Maghreb', () => assert.equal(shown('صفاقس 3 جوان 2016 (وات) – بحث الوزيران'), 'صفاقس | TAP | 2016-06-03 | بحث'))
test('no date', () => assert.equal(shown('جنيف (رويترز) - بحث الوزيران'), 'جنيف | Reuters | ? | بحث'))
test('a date without a year takes the year of the given date', () => assert.equal(shown('الخرطوم 28 ديسمبر (سونا) بحث الوزيران', '2020-01-02'), 'الخرطوم | SUNA | 2019-12-28 | بحث'))
test('a date without a year and without a given date stays open', () => assert.equal(shown('الخرطوم 28 ديسمبر (سونا) بحث الوزيران'), 'الخرطوم | SUNA | ? | بحث'))
test('below a title', () => assert.equal(shown('الوزيران يبحثان التعاون\nباكو 7 مارس 2019 (شينخوا) بحث الوزيران'), 'باكو | Xinhua | 2019-03-07 | بحث'))
test('a line of its own', () => {
  assert.equal(shown('الوزيران يبحثان التعاون\nالخرطوم / صوت النيل\nبحث الوزيران'), 'الخرطوم | ? | ? | بحث')
  assert.equal(shown('المنامة - «صوت البحر»\nبحث الوزيران'), 'المنامة | ? | ? | بحث')
  assert.equal(shown('الخرطوم / بحث الوزيران\nبحث الوزيران'), 'none')
  assert.equal(shown('العبور / صوت النيل\nبحث الوزيران'), 'none')
})
test('an unknown agency in brackets needs a dash', () => {
  assert.equal(shown('باكو (أذرتاج) - بحث الوزيران'), 'باكو | ? | ? | بحث')
  assert.equal(shown('حلف شمال الأطلسي (الناتو) في باكو'), 'none')
})
test('a place in capitals needs but a dash, or a stop and a known outlet', () => {
  const english = (text: string): string => shown(text, '2025-05-10', 'en')
  assert.equal(english('ASTANA – Ministers of Oman met'), 'ASTANA | ? | ? | ministers')
  assert.equal(english('NUR-SULTAN -- Ministers of Oman met'), 'NUR-SULTAN | ? | ? | ministers')
  assert.equal(english('NEW DELHI: Ministers of Oman met'), 'NEW DELHI | ? | ? | ministers')
  assert.equal(english('ASTANA. KAZINFORM Ministers of Oman met'), 'ASTANA | Kazinform | ? | ministers')
  assert.equal(english('ASTANA. May 5. KAZINFORM /Anna Li/ - Ministers of Oman met'), 'ASTANA | Kazinform | 2025-05-05 | ministers')
  assert.equal(english('OMAN AND CHAD SIGN PACT: LIST\nMUSCAT, May 5 (Reuters) - Ministers of Oman met'), 'MUSCAT | Reuters | 2025-05-05 | ministers')
  assert.equal(english('UN - Ministers of Oman met'), 'none')
  assert.equal(english('ASTANA. Ministers of Oman met'), 'none')
})
test('a sentence is no dateline', () => {
  assert.equal(shown('بحث الوزيران (رويترز) التعاون'), 'none')
  assert.equal(shown('في 12 مايو 2020 وقعت الدولتان اتفاقية'), 'none')
  assert.equal(shown(''), 'none')
})
test('the page stands on the date of its dateline', () => {
  const page = openPage('باكو 7 مارس 2019 (شينخوا) بحث الوزيران', loadPack('ar'), '2021-01-01')
  const { issued, issuedFrom } = dateFrom(page, datelineOf(page))
  assert.deepEqual([issued, issuedFrom], ['2019-03-07', 'dateline'])
  assert.equal(dateFrom(page, null).issued, '2021-01-01')
})
