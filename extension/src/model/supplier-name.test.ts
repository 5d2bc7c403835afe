import { expect, test } from 'vitest'
import { readName } from './supplier-name.ts'

const said = (name: string | null, loginId: string | null = null) => {
  const signal = readName({ key: 'key', name, loginId, offers: [] })
  return signal ? [signal.toward, signal.words] : undefined
}

test.each([
  ['余姚市联盛模塑厂', '模塑厂'],
  ['东莞市厚街宏达箱包厂（个体工商户）', '箱包厂'],
  ['潮州市潮安区彩塘镇金鹏不锈钢制品厂', '制品厂'],
  ['义乌市北苑街道织里服装加工部', '加工部'],
  ['中山市古镇联华灯饰厂(普通合伙)', '灯饰厂'],
  ['广州市宏远皮具有限公司花都分厂', '花都分厂'],
  ['浙江华鼎机械制造有限公司', '制造'],
  ['永康市天祥杯业制造有限责任公司', '制造'],
])('%s is a factory by its name', (name, words) => {
  expect(said(name)).toEqual(['factory', words])
})

test.each([
  ['义乌市锂迪电子商务商行（个体工商户）', '商行'],
  ['义乌市尊信电子商务有限公司', '电子商务'],
  ['临沂佳童商贸有限公司', '商贸'],
  ['汕头市澄海区积品汇玩具商行（个体工商户）', '商行'],
  ['桐乡市洲泉封鞠建材商行（个体工商户）', '商行'],
  ['深圳市前海云联进出口有限公司', '进出口'],
  ['宁波优品国际贸易有限公司', '贸易'],
  ['杭州聚货供应链管理有限公司', '供应链管理'],
  ['沈阳市和平区库苑青百货店（个体工商户）', '店'],
  ['广州市白云区石井美悦皮具经营部', '经营部'],
  ['艾森(北京)贸易有限公司', '贸易'],
  ['厦门信达商贸发展有限公司义乌分公司', '商贸发展'],
])('%s is a trader by its name', (name, words) => {
  expect(said(name)).toEqual(['trader', words])
})

test.each([
  ['义乌市玉姿澜饰品有限公司'],
  ['青岛银河记工艺品有限公司'],
  ['深圳市创想科技有限公司'],
  ['台州市黄岩工贸有限公司'],
  ['广东宏图实业有限公司'],
  ['深圳市快乐制造文化传播有限公司'],
  ['大厂回族自治县华信印刷有限公司'],
  // Of both.
  ['温州市鹿城区红蜻蜓鞋厂门市部'],
  ['佛山市南海制造贸易有限公司'],
  ['义乌市工贸电子商务有限公司'],
  ['东莞市商贸服装厂'],
  [''],
  [null],
])('%s could be either', (name) => {
  expect(said(name)).toBeUndefined()
})

test('what someone calls himself to sign in is no registered name', () => {
  expect(said('源头厂家直供工厂', '源头厂家直供工厂')).toBeUndefined()
  expect(said('宏达箱包厂', '宏达箱包厂')).toBeUndefined()
})
