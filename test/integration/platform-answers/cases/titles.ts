import { expect } from 'vitest'
import { type Case, dropshipItems, imageSearchItems, item, noneOf, offer, oneOf, page } from '../case.ts'

/** The address of a picture as it is written, and as it must be given. */
const PICTURES: [written: unknown, given: unknown][] = [
  ['https://cbu01.alicdn.com/img/ibank/O1CN01a.jpg', 'https://cbu01.alicdn.com/img/ibank/O1CN01a.jpg'],
  ['http://cbu01.alicdn.com/img/ibank/O1CN01b.jpg', 'https://cbu01.alicdn.com/img/ibank/O1CN01b.jpg'],
  ['//cbu01.alicdn.com/img/ibank/O1CN01c.jpg', 'https://cbu01.alicdn.com/img/ibank/O1CN01c.jpg'],
  [
    'https://cbu01.alicdn.com/img/ibank/2021/1_!!22-0-cib.220x220.jpg',
    'https://cbu01.alicdn.com/img/ibank/2021/1_!!22-0-cib.220x220.jpg',
  ],
  [
    'img/ibank/2019/101/202/1_33.jpg',
    oneOf(null, 'https://cbu01.alicdn.com/img/ibank/2019/101/202/1_33.jpg'),
  ],
  ['', null],
  [null, null],
  ['data:image/png;base64,AAAA', null],
  ['javascript:alert(1)', null],
  [17, null],
]

/** A title as it is written, and as it must be read. */
const ENTITIES: [written: string, read: string][] = [
  ['Kids&#39; cup', "Kids' cup"],
  ['Kids&#x27; cup', "Kids' cup"],
  ['Cup &amp; lid', 'Cup & lid'],
  ['6&quot; plate', '6" plate'],
  ['a &lt; b', 'a < b'],
  ['&#20445;&#28201;', '保温'],
  ['AT&T cup', 'AT&T cup'],
  ['2 < 3 cups', '2 < 3 cups'],
  ['<font color=red>steel</font> cup', 'steel cup'],
]

export const TITLES: Case[] = [
  ...PICTURES.map(
    ([imageUrl, given]): Case => ({
      name: `the picture ${JSON.stringify(imageUrl)}`,
      provider: 'crossborder',
      platform: { query: item({ imageUrl }) },
      answer: offer({ imageUrl: given }),
    }),
  ),
  ...ENTITIES.map(
    ([written, read]): Case => ({
      name: `the title ${written}`,
      provider: 'crossborder',
      platform: { query: item({ subject: written, subjectTrans: written }) },
      answer: offer({ title: read, titleTranslated: read }),
    }),
  ),
  {
    name: 'entities never make a tag',
    provider: 'crossborder',
    platform: { query: item({ subject: '&lt;img src=x onerror=alert(1)&gt;杯' }) },
    answer: offer({ title: expect.not.stringContaining('<img') }),
  },
  {
    name: 'a title with entities',
    provider: 'dropship',
    platform: { dropship: dropshipItems({ subject: '杯子 &amp; 盖 &#39;L&#39;' }) },
    answer: offer({ title: "杯子 & 盖 'L'" }),
  },
  {
    name: 'a title with entities',
    provider: 'image-search',
    platform: { 'image-search': imageSearchItems({ subject: '杯子 &amp; 盖 &#39;L&#39;' }) },
    answer: offer({ title: "杯子 & 盖 'L'" }),
  },
  ...['', null, undefined, '  '].map(
    (subject): Case => ({
      name: `the translated title is enough beside ${JSON.stringify(subject)}`,
      provider: 'crossborder',
      platform: { query: item({ subject, subjectTrans: 'Vacuum flask' }) },
      answer: offer({ titleTranslated: 'Vacuum flask', title: noneOf('', null, undefined, '  ') }),
    }),
  ),
  {
    name: 'the Chinese title is enough',
    provider: 'crossborder',
    platform: { query: item({ subjectTrans: '' }) },
    answer: offer({ title: '保温杯', titleTranslated: null }),
  },
  {
    name: 'a number of many digits stays what it is',
    provider: 'crossborder',
    platform: {
      query: {
        body: '{"result":{"success":"true","code":"200","result":{"totalRecords":1,"data":[{"offerId":6230017772059876543,"subject":"杯"}]}}}',
      },
    },
    answer: offer({ offerId: '6230017772059876543' }),
  },
  {
    name: 'a number of many digits stays what it is',
    provider: 'dropship',
    platform: {
      dropship: {
        body: '{"success":true,"imageSearchResult":[{"offerId":6230017772059876543,"subject":"杯"}]}',
      },
    },
    answer: offer({ offerId: '6230017772059876543' }),
  },
  {
    name: 'the number as text, and the page by it',
    provider: 'crossborder',
    platform: {
      query: item({
        offerId: '623001777205',
        promotionURL: 'https://detail.1688.com/offer/623001777205.html?a=1',
      }),
    },
    answer: offer({
      offerId: '623001777205',
      detailUrl: expect.stringContaining('https://detail.1688.com/offer/623001777205.html'),
    }),
  },
  {
    name: 'members that nobody knows change nothing',
    provider: 'crossborder',
    platform: {
      query: page([
        {
          class: 'com.alibaba.fenxiao.crossborder.search.dto.ProductInfoModelV',
          offerId: 623001777205,
          subject: '保温杯',
          priceInfo: { class: 'com.alibaba.fenxiao.crossborder.search.dto.PriceInfoV', price: '9.80' },
          topCategoryId: 15,
          secondCategoryId: 123,
          thirdCategoryId: null,
          createDate: '2024-04-20 08:00:00',
        },
      ]),
    },
    answer: offer({ offerId: '623001777205', title: '保温杯', price: '9.80' }),
  },
]
