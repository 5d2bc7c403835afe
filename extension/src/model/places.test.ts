import { describe, expect, test } from 'vitest'
import { PLACE_NAMES } from './place-names.ts'
import { findPlace } from './places.ts'

test.each([
  ['广东 深圳市', 'Shenzhen', '深圳'],
  ['广东省广州市', 'Guangzhou', '广州'],
  ['广东省汕头市澄海区莱美路', 'Shantou', '汕头'],
  ['浙江省义乌市', 'Yiwu', '义乌'],
  ['浙江 金华 义乌市', 'Yiwu', '义乌'],
  ['浙江省金华市义乌市稠城街道', 'Yiwu', '义乌'],
  ['浙江省金华市浦江县', 'Jinhua', '金华'],
  ['中国 浙江 乐清市', 'Yueqing', '乐清'],
  ['义乌市', 'Yiwu', '义乌'],
  ['陕西省西安市', "Xi'an", '西安'],
  ['黑龙江省哈尔滨市', 'Harbin', '哈尔滨'],
  ['新疆维吾尔自治区乌鲁木齐市', 'Urumqi', '乌鲁木齐'],
  ['内蒙古自治区呼和浩特市', 'Hohhot', '呼和浩特'],
  ['西藏拉萨市', 'Lhasa', '拉萨'],
  ['安徽省六安市', "Lu'an", '六安'],
  ['福建厦门', 'Xiamen', '厦门'],
  ['上海市', 'Shanghai', '上海'],
  ['上海 上海市', 'Shanghai', '上海'],
  ['重庆市渝中区', 'Chongqing', '重庆'],
  ['浙江省', 'Zhejiang', '浙江'],
  ['广西壮族自治区', 'Guangxi', '广西'],
  ['云南省西双版纳傣族自治州景洪市', 'Jinghong', '景洪'],
  ['云南省德宏傣族景颇族自治州芒市', 'Mangshi', '芒市'],
  ['香港特别行政区', 'Hong Kong', '香港'],
])('%s is %s', (location, en, zh) => {
  expect(findPlace(location)).toMatchObject({ en, zh })
})

describe('what is not in the list', () => {
  test('is its province, where that is known', () => {
    expect(findPlace('浙江省某某县')).toMatchObject({ en: 'Zhejiang' })
    expect(findPlace('河北省某某市')).toMatchObject({ en: 'Hebei' })
  })

  test.each(['某某县', '东方大厦', '', 'Shenzhen', '澄海区'])('%j is no place', (location) => {
    expect(findPlace(location)).toBeUndefined()
  })
})

test('places that share a name are told apart by their provinces', () => {
  expect(findPlace('江苏省苏州市')?.en).toBe('Suzhou, Jiangsu')
  expect(findPlace('安徽省宿州市')?.en).toBe('Suzhou, Anhui')
  expect(findPlace('浙江省台州市')?.en).toBe('Taizhou, Zhejiang')
  expect(findPlace('吉林省吉林市')?.en).toBe('Jilin, Jilin')
  expect(findPlace('吉林市')?.en).toBe('Jilin, Jilin')
  expect(findPlace('吉林省')?.en).toBe('Jilin')
  expect(findPlace('青海省海南藏族自治州')?.en).toBe('Hainan, Qinghai')
  expect(findPlace('海南省海口市')?.en).toBe('Haikou')
})

test('every name of the list is found again, in its own province', () => {
  const provinces = Object.entries(PLACE_NAMES)
  expect(provinces.length).toBe(34)
  let count = 0
  for (const [names, list] of provinces) {
    const [province = '', en = ''] = names.split(/ (.*)/)
    expect(findPlace(province)).toMatchObject({ zh: province, en })
    for (const [, city = '', name = ''] of list.matchAll(/(\S+) (\S+)/g)) {
      count += 1
      expect(findPlace(`${province}省${city}市`)?.zh, city).toBe(city)
      expect(findPlace(`${province}省${city}市`)?.en.split(', ')[0]).toBe(name)
      expect(city).toMatch(/^\p{Script=Han}+$/u)
      expect(name).toMatch(/^[A-Z][a-zü'-]+(?:[A-Z][a-z]+)?$/)
    }
  }
  expect(count).toBeGreaterThan(650)
})
