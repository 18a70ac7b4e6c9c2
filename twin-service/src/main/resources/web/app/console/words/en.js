export default {
  'console.title': 'Console',
};
