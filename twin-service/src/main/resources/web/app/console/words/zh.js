export default {
  'console.title': '控制台',
  'console.fleet': '设备总览',
  'console.devices': '设备',
  'console.products': '产品',
  'console.production': '生产',
  'console.alarms': '告警',
  'console.flows': '告警规则',
  'console.channels': '通知渠道',
  'console.timers': '定时',
  'console.access': '访问控制',
};
