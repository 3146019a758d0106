import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

const samples: readonly (readonly [language: string | null, source: string])[] = [
  ['ar', 'اتفق الجانبان على إنشاء لجنة مشتركة للطاقة'],
  ['ar', 'زار رئيس شركة Huawei Technologies مدينة الرياض وكان في استقباله وزير الاتصالات'],
  ['ar', 'التقى الوزير نظيره في چین وبحثا زيادة الاستثمارات المتبادلة بين البلدين في قطاعات الطاقة والصناعة والزراعة'],
  ['ar', 'ﺍﺗﻔﻖ ﺍﻟﺠﺎﻧﺒﺎﻥ ﻋﻠﻰ ﺇﻧﺸﺎﺀ ﻟﺠﻨﺔ'],
  ['fa', 'دو طرف بر گسترش همکاری‌های اقتصادی و پروژه‌های مشترک در زمینه انرژی تأکید کردند'],
  ['ur', 'دونوں ممالک نے توانائی کے شعبے میں تعاون بڑھانے پر اتفاق کیا ہے'],
  [null, 'ەكى ەلدىڭ ۇكىمەتتەرى بىرلەسكەن كوميسسيا قۇرۋعا كەلىستى'],
  ['en', 'The two sides agreed to establish a joint committee on energy'],
  [null, 'Les deux parties ont décidé de créer un comité très élargi, à côté du siège'],
  [null, 'İki ülke arasında işbirliği güçlendirilecek'],
  ['ru', 'Стороны договорились создать совместную комиссию'],
  ['kk', 'Екі тарап бірлескен комиссия құруға келісті'],
  ['kk', 'Елдің жаңа жоспары'],
  [null, 'Сторони домовилися створити спільну комісію і підписали її статут'],
  [null, 'Хоёр тал хамтарсан хороо байгуулахаар тохиролцож, худалдаа эдийн засгийн хамтын ажиллагааг өргөжүүлэх талаар санал солилцов. Дараагийн уулзалтыг ирэх жил болно'],
  ['zh', '双方同意建立联合委员会，加强在C919飞机领域的合作'],
  [null, '両国は合同委員会を設立することで合意した'],
  [null, 'Οι δύο πλευρές συμφώνησαν'],
  [null, '2015 - 10.5 %'],
  [null, ''],
]

for (const [language, source] of samples) test(`${language}: ${source.slice(0, 30)}`, () => assert.equal(languageOf(source), language))

test('a part of a text has its own language', () => {
  const source = 'اتفق الجانبان على إنشاء لجنة مشتركة\nStatement'
  assert.deepEqual([languageOf(source), languageOf(source, source.indexOf('\n'), source.length)], ['ar', 'en'])
})

test('no language prevails in halves', () => assert.equal(languageOf('abcd نعمن'), null))
