import type { FactKind } from '@laurel/engine/program';
import type { NameKind } from '../../phrases/slots.ts';
import type { ValueKind } from '../../problem.ts';

/** 各种数值的叫法，以及提示中用的例子。 */
export const VALUE: Readonly<Record<ValueKind, string>> = {
  name: '名称',
  number: '不带单位的数字',
  points: '积分数',
  money: '金额',
  share: '折扣或百分比',
  duration: '时长',
  date: '年月日',
  monthDay: '几月几日',
  time: '时刻',
  month: '月份',
  weekday: '星期几',
  zone: '时区',
};

export const SUCH_AS: Readonly<Record<ValueKind, string>> = {
  name: '「正价」',
  number: '2',
  points: '10积分',
  money: '100元',
  share: '九折',
  duration: '12个月',
  date: '2026年5月10日',
  monthDay: '5月10日',
  time: '18:00',
  month: '5月',
  weekday: '星期一',
  zone: 'Asia/Shanghai',
};

/** 会员情况的种类。 */
export const FACTS: Readonly<Record<FactKind, string>> = {
  yesNo: '是或否',
  text: '文字',
  number: '数字',
  date: '日期',
  texts: '多项文字',
  dates: '多个日期',
};

export const KIND: Readonly<Record<NameKind, string>> = {
  calendar: '日历',
  goods: '商品',
  setting: '参数',
  tier: '等级',
  ladder: '等级体系',
  rule: '规则',
  reward: '兑换',
  coupon: '券',
  benefit: '权益',
  fact: '会员情况',
  event: '事件',
  eventFact: '事件内容',
  points: '积分',
  program: '方案',
  example: '例子',
};
