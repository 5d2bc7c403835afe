import { expect, test } from 'vitest'
import { offerWith } from '../testing/offers.ts'
import { readAddresses } from './supplier-address.ts'

const said = (...locations: (string | null)[]) => {
  const offers = locations.map((location) => ({
    offer: offerWith({ supplier: { ...offerWith().supplier, location } }),
  }))
  const signal = readAddresses({ key: 'key', name: null, loginId: null, offers })
  return signal ? [signal.toward, signal.words] : undefined
}

test.each([
  ['广东省东莞市厚街镇宝屯工业区3号厂房', '工业区'],
  ['浙江省永康市经济开发区长城工业园', '工业园'],
  ['广东省中山市古镇镇曹三第二工业区', '工业区'],
  ['浙江省余姚市凤山街道上峰岭15号2号车间', '车间'],
  ['福建省晋江市陈埭镇标准厂房A栋501室', '标准厂房'],
])('%s is where things are made', (address, words) => {
  expect(said(address)).toEqual(['factory', words])
})

test.each([
  ['浙江省义乌市福田街道国际商贸城四区3楼16街30567', '国际商贸城'],
  ['义乌国际商贸城3区51号门3楼4街26702', '国际商贸城'],
  ['广东省广州市白云区三元里桂花岗皮具批发市场B12档口', '批发市场'],
  ['浙江省义乌市江东街道南下朱小区12栋3单元401室', '3单元'],
  ['浙江省杭州市余杭区跨境电商产业园B座', '跨境电商产业园'],
])('%s is where things are sold', (address, words) => {
  expect(said(address)).toEqual(['trader', words])
})

test('an office may be a trader’s or a factory’s own', () => {
  expect(said('广东省深圳市南山区华强大厦1205室')).toEqual([null, '大厦'])
})

test.each([
  ['浙江省义乌市'],
  ['广东 深圳市'],
  ['中国浙江宁波余姚市凤山街道五星村上峰岭15号(自主申报)'],
  // Streets.
  ['浙江省温州市龙湾区工业园区大道28号'],
  ['四川省成都市武侯区市场路8号'],
  // Of both.
  ['浙江省义乌市佛堂工业区小商品市场2楼'],
  ['广东省深圳市宝安区福永工业区3栋501室'],
  [null],
])('%s says nothing', (address) => {
  expect(said(address)).toBeUndefined()
})

test('addresses of one seller that say different things say nothing', () => {
  expect(said('广东省东莞市宝屯工业区', '广东省东莞市富民服装批发市场')).toBeUndefined()
  expect(said('浙江省义乌市', '广东省东莞市宝屯工业区')).toEqual(['factory', '工业区'])
})
