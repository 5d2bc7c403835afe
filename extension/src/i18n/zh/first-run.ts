import type { FirstRunTexts } from '../en/first-run.ts'

export const firstRun: FirstRunTexts = {
  setUpTitle: '请先设置代理',
  setUpHint: '粘贴运营者给您的连接代码，一分钟即可。',
  startTitle: '三种开始方式',
  welcome: '哪家工厂在卖？',
  welcomeLead:
    '右键点击网上任意图片，选择“在 1688 上找同款”，即可看到国内谁在卖、按您的数量卖多少钱、多少件起订。',
  welcomeConnect: '连接',
  welcomeConnectText: '搜索通过持有 1688 应用的代理进行。请粘贴其运营者给您的连接代码。',
  welcomeByHand: '手动填写地址和密钥',
  connectionCode: '连接代码',
  connectionCodeInvalid: '这不是连接代码。它以 find1688: 开头，是一整行。',
  connected: '已连接，可以搜索了。',
  welcomeTry: '试一试',
  welcomeTryText: '用这张图片搜索，与右键点击它相同。',
  samplePictureAlt: '背包',
  tryIt: '在 1688 上找同款',
  dataSentTitle: '哪些内容会离开本浏览器',
  dataSent: [
    '您选择的图片，缩小并去除元数据：发送到您的代理，再转给 1688。',
    '您查询阶梯价时，该商品的编号。',
    '查询当日汇率的请求，不含任何关于您的信息。',
  ],
  dataNotSent:
    '页面、页面上的价格和标题、您的历史、备注和选品单都留在本机。货源图片从 1688 加载，不会告知您所在的页面。',
  startLabel: '开始',
  startRightClick: '右键点击图片',
  startRightClickHint: '在任意页面上选择“在 1688 上找同款”。或指向图片并按 Alt+Shift+2。',
  startSelectArea: '框选图片',
  startSelectAreaHint: '图片难以点到，或画面中不只有商品时。也可按 Alt+Shift+1。',
  startUpload: '使用自己的图片',
  startUploadHint: '粘贴、拖放或打开文件，也可填写网址。',
}
