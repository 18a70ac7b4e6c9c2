export default {
  'console.title': '控制台',
  'console.access': '访问控制',
};
