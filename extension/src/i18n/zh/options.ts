import type { OptionTexts } from '../en/options.ts'

export const options: OptionTexts = {
  intro: '搜索通过已接入 1688 的服务器进行。',
  preferences: '偏好设置',
  defaultQuantity: '采购量',
  defaultQuantityNote: '价格按此数量显示，也可在结果中修改。',
  language: '语言',
  languages: { browser: '跟随浏览器', en: 'English', zh: '中文' },
  privacyNote:
    '只有这些内容会离开本浏览器，发送到此服务器，再转给 1688：您选择的图片（压缩并去除元数据）、图中框选的位置，以及让 1688 一起搜索的关键词和服务；查阶梯价或打开货源页面时的商品编号；核对变动时，选品单中货源的商品编号，以及所关注搜索的图片（会再次上传）。另外还会向此服务器查询汇率、公钥和剩余搜索次数。备注以及历史和选品单的其余内容只保存在本机。',
  confirmBeforeSending: '每张图片上传前先让我确认',
  allowedHosts: '已授权读取图片的网站',
  noAllowedHosts: '暂无。图片无法读取时，可点按钮授权该网站。',
  openResultsIn: '结果显示位置',
  openResultsOptions: { popup: '弹窗', panel: '侧边栏', tab: '标签页' },
}
