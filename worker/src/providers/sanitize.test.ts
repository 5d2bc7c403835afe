import { expect, test } from 'vitest'
import { codes, flag, id, offerUrl, pictureUrl, text } from './sanitize.ts'

const GATEWAY = 'https://gw.open.1688.com/openapi'
const SANDBOX = 'http://127.0.0.1:8000/openapi'

test.each([
  ['0', null],
  [0, null],
  ['000', null],
  ['', null],
  ['12a', null],
  ['1'.repeat(21), null],
  [-5, null],
  [710891050473, '710891050473'],
  [' 710891050473 ', '710891050473'],
  ['1234567890123456789', '1234567890123456789'],
])('%o as an id is %o', (value, read) => {
  expect(id(value)).toBe(read)
})

test.each([
  ['//cbu01.alicdn.com/a.jpg', 'https://cbu01.alicdn.com/a.jpg'],
  ['http://cbu01.alicdn.com/a.jpg', 'https://cbu01.alicdn.com/a.jpg'],
  ['https://user:pw@cbu01.alicdn.com/a.jpg', null],
  ['data:image/png;base64,AA', null],
  ['JaVaScRiPt:alert(1)', null],
  ['img/ibank/2019/1.jpg', 'https://cbu01.alicdn.com/img/ibank/2019/1.jpg'],
  ['/img/ibank/O1CN.jpg', 'https://cbu01.alicdn.com/img/ibank/O1CN.jpg'],
  ['cbu02.alicdn.com/img/ibank/a.jpg', 'https://cbu02.alicdn.com/img/ibank/a.jpg'],
  [' https://cbu01.alicdn.com/a.jpg ', 'https://cbu01.alicdn.com/a.jpg'],
  ['../img/a.jpg', null],
  ['other.test/img/a.jpg', null],
  ['a.jpg', null],
  ['', null],
  [`https://x.test/${'a'.repeat(2000)}`, null],
])('the picture address %s becomes %s', (value, read) => {
  expect(pictureUrl(value, GATEWAY)).toBe(read)
})

test('plain http stays only for the host of a plain http gateway', () => {
  expect(pictureUrl('http://127.0.0.1:8000/a.jpg', SANDBOX)).toBe('http://127.0.0.1:8000/a.jpg')
  expect(pictureUrl('http://cbu01.alicdn.com/a.jpg', SANDBOX)).toBe('https://cbu01.alicdn.com/a.jpg')
})

test.each([
  ['https://detail.1688.com/offer/7.html?a=1', 'https://detail.1688.com/offer/7.html?a=1'],
  ['http://m.1688.com/offer/7.html', 'https://m.1688.com/offer/7.html'],
  ['https://evil1688.com/7', 'https://detail.1688.com/offer/7.html'],
  ['https://1688.com.evil.test/7', 'https://detail.1688.com/offer/7.html'],
  [undefined, 'https://detail.1688.com/offer/7.html'],
])("an offer's page %s becomes %s: 1688's own host only", (value, read) => {
  expect(offerUrl('7', value)).toBe(read)
})

test('text is one line, without markup and of limited length', () => {
  expect(text(' <b>夏季</b>\n新款\u2028 ')).toBe('夏季 新款')
  expect(text('<i></i>')).toBeNull()
  expect(text('<<i>script>裙<</i>/script>')).toBe('裙')
  expect([text(42), text(true), text({}), text(['x'])]).toEqual(['42', null, null, null])
  expect(text('x'.repeat(9999))).toHaveLength(300)
})

test.each([
  ['a\u200bb\u00adc\ufeffd', 'abcd'],
  ['real \u202e10.0\u202c \u2066x\u2069\u200f\u061c', 'real 10.0 x'],
  [`x${String.fromCodePoint(0xe0069, 0xe0067, 0xe007f)}\u{e0101}\ufe01y`, 'xy'],
  ['<\u200bscript>1</\u2060script>', '1'],
  ['👩‍🔧 ❤️', '👩‍🔧 ❤️'],
])('text shows all that is in it: %j is %j', (value, read) => {
  expect(text(value)).toBe(read)
})

test('half a surrogate pair is dropped, whether it came so or cutting the text would leave it', () => {
  expect(text('\ude00裙\ud83d子\ud83d')).toBe('裙 子')
  expect(text('\ud83d')).toBeNull()
  expect(text(`${'x'.repeat(298)}😀x`)).toBe(`${'x'.repeat(298)}😀`)
  expect(text(`${'x'.repeat(299)}😀`)).toBe('x'.repeat(299))
  expect(text('😀'.repeat(2000))).toBe('😀'.repeat(150))
})

test.each([
  ['Kid&#39;s cup &amp; lid', "Kid's cup & lid"],
  ['3 &lt; 5 &gt; 2', '3 < 5 > 2'],
  ['&#26479;&#x5B50;', '杯子'],
  ['20&times;30&nbsp;cm', '20×30 cm'],
  ['&quot;A&quot; &ldquo;B&rdquo;', '"A" “B”'],
  ['R&D; AT&T', 'R&D; AT&T'],
  ['&unheard; &toString; &#xFFFFFFF; &#3f;', '&unheard; &toString; &#xFFFFFFF; &#3f;'],
])('the entities of %s are decoded: %s', (value, read) => {
  expect(text(value)).toBe(read)
})

test.each([
  ['3 < 5', '3 < 5'],
  ['5>3, a<中', '5>3, a<中'],
  ['<font color=red>杯</font>', '杯'],
  ['&lt;b&gt;杯&lt;/b&gt;', '杯'],
  ['杯<br/>子<!-- x -->', '杯子'],
  ['杯 <img src=x onerror=alert(1)', '杯 < img src=x onerror=alert(1)'],
  ['&#60;script&#62;x', 'x'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['<<b>img src=x>', ''],
])('%s is without markup: %s', (value, read) => {
  expect(text(value) ?? '').toBe(read)
})

test.each(['', ' ', '-', '--', '—', 'null', 'NULL', 'undefined', '&nbsp;'])('“%s” says nothing', (value) => {
  expect(text(value)).toBeNull()
})

test.each([
  [true, true],
  ['true', true],
  ['True', true],
  [' TRUE ', true],
  [1, true],
  ['1', true],
  ['Y', true],
  ['是', true],
  [false, false],
  ['False', false],
  [0, false],
  ['0', false],
  ['n', false],
  ['否', false],
  [2, null],
  ['', null],
  ['perhaps', null],
  [null, null],
  [undefined, null],
  [[true], null],
  [{}, null],
])('%o is the truth value %o', (value, read) => {
  expect(flag(value)).toBe(read)
})

test.each<[unknown, string[]]>([
  [
    ['super_factory', 'tp_member'],
    ['super_factory', 'tp_member'],
  ],
  ['super_factory-超级工厂 tp_member-诚信通', ['super_factory', 'tp_member']],
  [['powerful_merchants-实力商家 tp_member-诚信通'], ['powerful_merchants', 'tp_member']],
  ['["yx","select"]', ['yx', 'select']],
  ['超级工厂,实力商家，诚信通', ['超级工厂', '实力商家', '诚信通']],
  ['yx;select', ['yx', 'select']],
  [['yx', 'yx', 7, null, {}, '<b>', '454466'], ['yx']],
  [
    ['一件代发', '包邮'],
    ['一件代发', '包邮'],
  ],
  ['', []],
  [null, []],
  [{ yx: true }, []],
])('the codes in %o are %o', (value, read) => {
  expect(codes(value as never)).toEqual(read)
})
