/** Passwords of eight characters and more that guessers try first, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword p@55w0rd pa55word passwort
  12345678 123456789 1234567890 12345678910 0123456789 123123123 123321123 11111111 111111111 1111111111 00000000
  000000000 0000000000 22222222 55555555 66666666 77777777 88888888 99999999 12341234 12344321 11223344 1122334455
  112233445566 11112222 12121212 13131313 87654321 987654321 9876543210 0987654321 147258369 159753456 789456123
  741852963 963852741 123456789a 12345678a a12345678 a123456789 1234567a 1234567q q1234567 1q2w3e4r 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 qazwsxedc qazwsx123 zaq12wsx zaq1zaq1 zxcvbnm123 zxcvbnm1 asdfghjkl
  asdfghjk asdfasdf asdf1234 asdfqwer qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwer1234
  1234qwer q1w2e3r4 q1w2e3r4t5 qweasdzxc qwe123456 qweqweqwe abcd1234 abcdefgh abcdefghi abc12345 abc123456 abcabcabc
  1234abcd aa123456 aa12345678 a1b2c3d4 aaaaaaaa aaaaaaaaa admin123 admin1234 admin12345 administrator adminadmin
  root1234 rootroot test1234 testtest testing123 guest123 welcome1 welcome123 letmein1 letmein123 changeme changeme1
  changeme123 iloveyou iloveyou1 iloveyou123 princess princess1 sunshine sunshine1 football football1 baseball
  baseball1 basketball superman superman1 batman123 starwars starwars1 trustno1 whatever michelle jennifer jordan23
  computer computer1 internet internet1 samsung1 samsung123 master123 monkey123 dragon123 shadow123 charlie1 ashley123
  liverpool liverpool1 chelsea1 arsenal1 pokemon123 naruto123 freedom1 mustang1 corvette mercedes ferrari1 hello123
  hello1234 helloworld hellohello secret123 secretsecret default1 login123 loginlogin passpass pass1234 pass12345
  password! password@ password1! password123! qwerty123! zxcv1234 zxcvzxcv asdzxc123 tkfkdgo1 tkfkdgody dkssudgktpdy
  dkssud123 rkskek123 rlaqkq123 skfkdtmfl korea1234 seoul1234 university university1 student1 student123 student1234
  teacher123 professor1 deeplearning machinelearning epoch1234 epochepoch letmeinnow asdf123456 q123456789 z123456789
  123qweasd 123qweasdzxc 321321321 456456456 789789789 159159159 147147147 258258258 369369369 1029384756 1357924680
  2468101214 12345qwert qwert12345 google123 facebook facebook1 youtube123 naver1234 kakao1234 instagram minecraft
  minecraft1 spiderman spiderman1 butterfly chocolate chocolate1 strawberry blink182 nintendo anthony1 jonathan
  victoria elizabeth alexander benjamin nicholas danielle jasmine1 matthew1 michael1 jessica1 amanda123 daniel123
  thomas123 robert123 andrew123 joshua123 hunter123 killer123 soccer123 hockey123 ranger123 buster123 tigger123
  maggie123 pepper123 summer123 summer2023 summer2024 summer2025 winter123 winter2024 spring2024 spring2025 autumn2024`.split(
    /\s+/,
  ),
);
