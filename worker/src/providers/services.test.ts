import { expect, test } from 'vitest'
import { readServices } from './services.ts'

test.each<[object, string[]]>([
  [{ onePsale: true }, ['dropship']],
  [{ isOnePsale: 'True' }, ['dropship']],
  [{ onePsale: 0, isOnePsale: 1 }, ['dropship']],
  [{ onePsale: false }, []],
  [{ tagInfoList: [{ key: 'isOnePsale', value: 'true' }] }, ['dropship']],
  [{ tagInfoList: [{ key: 'isOnePsaleFreePostage', value: true }] }, ['dropship']],
  [{ tagInfoList: [{ key: 'isOnePsale', value: false }] }, []],
  [{ tagInfoList: [{ key: 'isOnePsale' }, { key: 'noReason7DReturn', value: 1 }, null, 'x'] }, ['returns7d']],
  [{ productSimpleShippingInfo: { shippingTimeGuarantee: 'shipIn24Hours' } }, ['ships24h']],
  [{ productShippingInfo: { shippingTimeGuarantee: 'shipIn48Hours-48小时发货' } }, ['ships48h']],
  [
    { productShippingInfo: { shippingTimeGuarantee: 'shipIn24Hours-24小时发货 shipIn48Hours-48小时发货' } },
    ['ships24h', 'ships48h'],
  ],
  [{ productShippingInfo: { shippingTimeGuarantee: 'shipInToday' } }, ['ships24h']],
  [{ tags: ['48小时发货', '一件代发', '7天无理由退货'] }, ['dropship', 'ships48h', 'returns7d']],
  [{ tags: '支持一件代发，24小时内发货' }, ['dropship', 'ships24h']],
  [{ tags: ['不支持7天无理由', '暂不支持一件代发', '包邮'] }, []],
  [{ tags: ['深度验厂'], sellerIdentities: ['super_factory'] }, ['certifiedFactory']],
  [{ offerIdentities: 'certifiedFactory-认证工厂' }, ['certifiedFactory']],
  [{ sellerDataInfo: { qualityRefundWithin30Day: '0.5%' } }, ['fewRefunds']],
  [{ sellerDataInfo: { qualityRefundWithin30Day: '0.004' } }, ['fewRefunds']],
  [{ sellerDataInfo: { qualityRefundWithin30Day: '0.0' } }, ['fewRefunds']],
  [{ sellerDataInfo: { qualityRefundWithin30Day: '0.02' } }, []],
  [{ sellerDataInfo: { qualityRefundWithin30Day: '2' } }, []],
  [{ sellerDataInfo: { qualityRefundWithin30Day: null } }, []],
  [{}, []],
])('what %o says of services is %o', (item, services) => {
  expect(readServices(item as never)).toEqual(services)
})
