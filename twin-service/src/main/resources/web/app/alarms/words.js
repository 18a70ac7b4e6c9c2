import { addWords } from '../i18n.js';

const en = {
  'alarm.title': 'Alarms',
  'alarm.which': 'Which alarms',
  'alarm.open': 'Open',
  'alarm.all': 'All',
  'alarm.none.open': 'All is well: no alarm is open.',
  'alarm.none.all': 'There has been no alarm yet.',
  'alarm.severity.info': 'Note',
  'alarm.severity.warning': 'Warning',
  'alarm.severity.critical': 'Critical',
  'alarm.since': 'since {time}',
  'alarm.span': '{from} – {to}',
  'alarm.hits': '{count} times',
  'alarm.acknowledge': 'Acknowledge',
  'alarm.acknowledgeOf': 'Acknowledge: {title}',
  'alarm.acknowledged': 'Acknowledged, {time}',
  'alarm.cleared': 'Over',
  'alarm.more': 'Older ones',
  'alarm.socket': 'To the socket',
};

const zh = {
  'alarm.title': '告警',
  'alarm.which': '显示哪些告警',
  'alarm.open': '未处理',
  'alarm.all': '全部',
  'alarm.none.open': '一切正常，没有未处理的告警。',
  'alarm.none.all': '还没有发生过告警。',
  'alarm.severity.info': '提示',
  'alarm.severity.warning': '警告',
  'alarm.severity.critical': '严重',
  'alarm.since': '自 {time} 起',
  'alarm.span': '{from} 至 {to}',
  'alarm.hits': '{count} 次',
  'alarm.acknowledge': '确认',
  'alarm.acknowledgeOf': '确认：{title}',
  'alarm.acknowledged': '已确认，{time}',
  'alarm.cleared': '已恢复',
  'alarm.more': '更早的告警',
  'alarm.socket': '查看插座',
};

addWords({ en, zh });
