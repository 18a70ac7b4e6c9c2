export default {
  'console.title': 'Console',
  'console.fleet': 'Fleet',
  'console.alarms': 'Alarms',
  'console.flows': 'Flows',
  'console.channels': 'Channels',
  'console.timers': 'Timers',
  'console.products': 'Products',
  'console.devices': 'Devices',
  'console.production': 'Production',
};
