import type { OptionTexts } from '../en/options.ts'

export const options: OptionTexts = {
  intro: '搜索通过持有 1688 应用的代理进行。把运营者给您的连接代码粘贴到任一栏即可，也可以手动填写两项。',
  workerAddress: '代理地址',
  clientKey: '客户端密钥',
  showKey: '显示',
  hideKey: '隐藏',
  testConnection: '测试连接',
  testingConnection: '测试中…',
  connectionOk: (provider) => `连接正常。代理使用“${provider}”搜索。`,
  workerAddressErrors: {
    empty: '请填写代理地址。',
    malformed: '这不是有效的网址。应类似 https://name.workers.dev。',
    insecure: '请使用 https：用 http 时密钥可能在途中被读取。',
  },
  clientKeyMissing: '请填写客户端密钥。',
  privacyNote:
    '只有三样内容离开本浏览器：您选择的图片，缩小并去除元数据后发送到此代理，再转给 1688；您查询阶梯价的商品编号；以及查询汇率的请求。历史、备注和选品单留在本机。',
  confirmBeforeSending: '每张图片发送前先给我看',
  allowedHosts: '允许读取图片的网站',
  noAllowedHosts: '无。图片无法读取时，会有按钮供您允许其网站。',
  openResultsIn: '结果在哪里打开',
  openResultsOptions: { popup: '弹窗', panel: '页面旁', tab: '标签页' },
}
