export default {
  'console.title': 'Console',
  'console.fleet': 'Fleet',
  'console.devices': 'Devices',
  'console.products': 'Products',
  'console.production': 'Production',
  'console.alarms': 'Alarms',
  'console.flows': 'Flows',
  'console.channels': 'Channels',
  'console.timers': 'Timers',
  'console.access': 'Access',
};
