import { expect } from 'vitest'
import { type DetailCase, detailCases, noneOf, oneOf, says, yuan } from '../case.ts'

/** `status`, and whether the offer can be bought. */
const STATUS: [said: unknown, status: unknown][] = [
  ['published', 'active'],
  ...[
    'member expired',
    'auto expired',
    'expired',
    'member deleted',
    'deleted',
    'TBD',
    'approved',
    'auditing',
    'untread',
  ].map((said): [string, string] => [said, 'unavailable']),
  [null, null],
  ['', null],
  [undefined, null],
]

const MEASURED = { weightKg: 0.42, lengthCm: 24, widthCm: 9, heightCm: 8 }
const UNKNOWN = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }

const SHIPPING: [name: string, productShippingInfo: unknown, shipping: unknown][] = [
  ['as numbers', { weight: 0.42, length: 24, width: 9, height: 8 }, MEASURED],
  ['as texts', { weight: '0.42', length: '24', width: '9.0', height: '8' }, MEASURED],
  ['all 0.0', { weight: 0.0, length: 0.0, width: 0, height: '0.0' }, UNKNOWN],
  [
    '0.0 beside what was measured officially',
    {
      weight: 0.0,
      length: 0,
      width: 0,
      height: 0,
      officialWeight: 0.42,
      officialLength: 24,
      officialWidth: 9,
      officialHeight: 8,
      pkgSizeSource: '官方测量',
    },
    MEASURED,
  ],
  [
    'measured officially, as texts',
    { officialWeight: '0.42', officialLength: '24', officialWidth: '9', officialHeight: '8' },
    MEASURED,
  ],
  [
    'of each variant alone',
    { weight: 0.0, skuShippingDetails: [{ skuId: '5203456789012', weight: 0.4 }] },
    { weightKg: oneOf(null, 0.4), lengthCm: null },
  ],
  ['null', null, UNKNOWN],
  ['below nothing', { weight: -0.42, length: -1, width: 9, height: 8 }, { weightKg: null, lengthCm: null }],
  ['words', { weight: '见详情', length: '' }, { weightKg: null, lengthCm: null }],
]

const details: DetailCase[] = [
  ...STATUS.map(
    ([said, status]): DetailCase => [`status ${JSON.stringify(said)}`, { status: said }, { status }],
  ),
  ...SHIPPING.map(
    ([name, productShippingInfo, shipping]): DetailCase => [
      `weight and size ${name}`,
      { productShippingInfo },
      { shipping },
    ],
  ),
  [
    'weight by variant',
    {
      productSkuInfos: [
        { skuId: 5203456789012, price: '9.80', amountOnSale: 40, skuAttributes: [] },
        { skuId: 5203456789013, price: '9.80', amountOnSale: 0, skuAttributes: [] },
        { skuId: 5203456789014, price: '9.80', amountOnSale: null, skuAttributes: [] },
      ],
      productShippingInfo: {
        weight: 0.0,
        skuShippingDetails: [
          { skuId: '5203456789012', weight: 0.4, length: 20, width: 8, height: 8 },
          { skuId: 5203456789013, weight: '0.6' },
          { skuId: '5203456789014', weight: 0.0 },
        ],
      },
    },
    {
      variants: [
        { id: '5203456789012', weightKg: 0.4, stock: 40 },
        { id: '5203456789013', weightKg: 0.6, stock: 0 },
        { id: '5203456789014', weightKg: null, stock: null },
      ],
    },
  ],
  [
    'variants with attributes, stock and pictures',
    {
      productSkuInfos: [
        {
          skuId: '5203456789012',
          price: '9.80',
          amountOnSale: '120',
          skuAttributes: [
            {
              attributeId: 3216,
              attributeName: '颜色',
              attributeNameTrans: 'Colour',
              value: '奶白&amp;金',
              valueTrans: 'Milk &amp; gold',
              skuImageUrl: '//cbu01.alicdn.com/img/ibank/white.jpg',
            },
          ],
        },
      ],
    },
    {
      variants: [
        {
          id: '5203456789012',
          stock: 120,
          imageUrl: 'https://cbu01.alicdn.com/img/ibank/white.jpg',
          attributes: [{ name: oneOf('Colour', '颜色'), value: oneOf('Milk & gold', '奶白&金') }],
        },
      ],
    },
  ],
  [
    'a single piece has a price in another place',
    { fenxiaoSaleInfo: { onePiecePrice: '13.00', startQuantity: 1 } },
    { dropshipPrice: yuan(13) },
  ],
  ['no variants', { productSkuInfos: null }, { variants: [] }],
  [
    'pictures',
    {
      productImage: {
        images: [
          'https://cbu01.alicdn.com/img/1.jpg',
          '//cbu01.alicdn.com/img/2.jpg',
          'javascript:alert(1)',
          null,
        ],
        whiteImage: 'https://cbu01.alicdn.com/img/w.jpg',
      },
    },
    {
      images: expect.toSatisfy(
        (list) =>
          list.includes('https://cbu01.alicdn.com/img/1.jpg') &&
          list.includes('https://cbu01.alicdn.com/img/2.jpg') &&
          list.every((address: unknown) => typeof address === 'string' && address.startsWith('https://')),
        'https addresses',
      ),
      imageUrl: says(/^https:\/\/cbu01\.alicdn\.com\/img\/[1w]\.jpg$/),
    },
  ],
  ['no pictures', { productImage: null }, { images: [] }],
  [
    'attributes',
    {
      productAttribute: [
        {
          attributeId: '287',
          attributeName: '材质',
          attributeNameTrans: 'Material',
          value: '304不锈钢',
          valueTrans: '304 stainless steel',
        },
        { attributeId: '346', attributeName: '产地', value: '浙江&amp;金华' },
        { attributeName: '空', value: null },
      ],
    },
    {
      attributes: expect.toSatisfy(
        ([first, second, ...rest]) =>
          first.name === '材质' &&
          first.value === '304不锈钢' &&
          first.nameTranslated === 'Material' &&
          first.valueTranslated === '304 stainless steel' &&
          second.value === '浙江&金华' &&
          second.nameTranslated === null &&
          rest.every(({ value }: { value: unknown }) => typeof value === 'string' && value !== ''),
        'attributes with their translations',
      ),
    },
  ],
  ['no attributes', { productAttribute: null }, { attributes: [] }],
  ['a lot size', { batchNumber: 24 }, { lotSize: 24 }],
  ['a lot size as text', { batchNumber: '24' }, { lotSize: 24 }],
  ['a lot of none', { batchNumber: 0 }, { lotSize: null }],
  ['no lot size', { batchNumber: null }, { lotSize: null }],
  [
    'mixed orders',
    { sellerMixSetting: { generalHunpi: true, mixAmount: 500, mixNumber: 10 } },
    { mixedOrder: { allowed: true, minAmount: yuan(500), minQuantity: 10 } },
  ],
  [
    'mixed orders, as texts',
    { sellerMixSetting: { generalHunpi: 'true', mixAmount: '300.00', mixNumber: '0' } },
    { mixedOrder: { allowed: true, minAmount: yuan(300), minQuantity: null } },
  ],
  ['no mixed orders', { sellerMixSetting: { generalHunpi: false } }, { mixedOrder: { allowed: false } }],
  ['nothing about mixed orders', { sellerMixSetting: null }, { mixedOrder: null }],
  [
    'certificates',
    {
      certificateList: [
        {
          certificateName: '外观专利证书或授权书证书',
          certificateCode: 'ZL 2021 3 0123456.7',
          certificatePhotoList: ['https://cbu01.alicdn.com/img/c.jpg'],
        },
      ],
    },
    { certificates: [{ name: '外观专利证书或授权书证书', code: 'ZL 2021 3 0123456.7' }] },
  ],
  ['no certificates', { certificateList: null }, { certificates: [] }],
  [
    'where it is sent from',
    { productShippingInfo: { sendGoodsAddressText: '浙江省金华市' } },
    { sentFrom: '浙江省金华市', supplier: { location: null } },
  ],
  ['units sold ever are not those of a month', { soldOut: '23456' }, { monthlySales: null }],
  ['the score', { tradeScore: '4.8' }, { tradeScore: 4.8 }],
  [
    'the translated title is enough',
    { subject: '', subjectTrans: 'Vacuum flask' },
    { titleTranslated: 'Vacuum flask' },
  ],
  [
    'entities',
    { subject: '杯 &amp; 盖', subjectTrans: 'Kids&#39; cup' },
    { title: '杯 & 盖', titleTranslated: "Kids' cup" },
  ],
  ['minOrderQuantity "3"', { minOrderQuantity: '3' }, { minOrder: 3 }],
  ['minOrderQuantity 0', { minOrderQuantity: 0 }, { minOrder: noneOf(0) }],
]

export const DETAILS = detailCases(details)
