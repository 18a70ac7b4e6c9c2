export default {
  'console.title': 'Console',
  'console.access': 'Access',
};
