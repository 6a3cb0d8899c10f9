"""Regions under their local or English names, where the gazetteer has the other one.

Keys are folded as `crawler.fields.places.gazetteer.key` does.
"""

from crawler.fields.places.words import inverted

REGIONS = inverted({
    "DE": "bayern,sachsen,hessen,thuringen,niedersachsen,nordrhein westfalen,nrw,sachsen anhalt,rhineland palatinate,"
          "baden wuerttemberg,bw,mecklenburg western pomerania,rhein main,ruhrgebiet,rhein neckar,berlin brandenburg",
    "AT": "niederosterreich,oberosterreich,steiermark,karnten,tirol,niederoesterreich,oberoesterreich,kaernten",
    "CH": "kanton zurich,canton de geneve,canton of zurich,waadt,wallis,graubunden,st gallen,tessin,romandie,"
          "basel stadt,suisse romande,deutschschweiz",
    "IT": "lombardia,piemonte,toscana,sicilia,sardegna,puglia,trentino,marche,valle daosta,alto adige,emilia romagna",
    "ES": "cataluna,catalunya,andalucia,pais vasco,euskadi,castilla y leon,castilla la mancha,aragon,navarra,"
          "comunidad de madrid,community of madrid,comunidad valenciana,comunitat valenciana,islas baleares,illes balears,"
          "canarias,islas canarias,principado de asturias,region de murcia,vizcaya,bizkaia,guipuzcoa,gipuzkoa",
    "FR": "bretagne,normandie,corse,centre val de loire,idf,paca,region parisienne,rhone alpes,aquitaine,midi pyrenees,"
          "languedoc roussillon,haute garonne,nord pas de calais,hauts de seine,seine saint denis,cote d or",
    "NL": "noord holland,zuid holland,noord brabant,friesland,utrecht province",
    "BE": "vlaanderen,wallonie,bruxelles capitale,vlaams brabant,brabant wallon,oost vlaanderen,west vlaanderen,flemish",
    "GB": "england,scotland,wales,northern ireland,south east england,south west england,north west england,"
          "north east england,east of england,eastern england,west midlands,east midlands,yorkshire,west yorkshire,"
          "south yorkshire,north yorkshire,yorkshire and the humber,merseyside,tyne and wear,greater manchester,"
          "berkshire,middlesex,cheshire,bedfordshire,sussex,northamptonshire,cleveland uk,county antrim,county down,"
          "co antrim,east anglia,home counties,south wales,north wales,south east,south west,north west,north east",
    "IE": "leinster,munster,connacht,ulster,county dublin,co dublin,county cork,county kildare,county galway",
    "PT": "lisboa e vale do tejo,norte de portugal,grande lisboa,area metropolitana de lisboa",
    "PL": "mazowieckie,malopolskie,dolnoslaskie,slaskie,wielkopolskie,pomorskie,lodzkie,lubelskie,podkarpackie,"
          "zachodniopomorskie,podlaskie,warminsko mazurskie,kujawsko pomorskie,opolskie,lubuskie,swietokrzyskie",
    "CZ": "stredocesky kraj,jihomoravsky kraj,moravskoslezsky kraj,plzensky kraj,olomoucky kraj,zlinsky kraj",
    "SE": "stockholms lan,vastra gotalands lan,skane lan,stockholm county,malardalen,vastra gotaland county,skane county",
    "DK": "hovedstaden,midtjylland,syddanmark,sjaelland,nordjylland,capital region of denmark",
    "NO": "viken,vestland,rogaland,trondelag,akershus",
    "FI": "uusimaa,pirkanmaa,varsinais suomi,pohjois pohjanmaa",
    "IN": "daman and diu,orissa,uttaranchal,pondicherry ut,tamilnadu",
    "CN": "廣東,广东,广东省,浙江,浙江省,江苏,江苏省,四川,四川省,湖北,湖北省,湖南,湖南省,山东,山东省,福建,福建省,河南,河北,"
          "陕西,安徽,辽宁,江西,云南,贵州,广西,海南,黑龙江,吉林,山西,甘肃,新疆,西藏,内蒙古,宁夏,青海,粤港澳大湾区,长三角,"
          "珠三角,guangdong province,zhejiang province,jiangsu province",
    "JP": "北海道,青森県,岩手県,宮城県,秋田県,山形県,福島県,茨城県,栃木県,群馬県,埼玉県,千葉県,神奈川県,新潟県,富山県,石川県,"
          "福井県,山梨県,長野県,岐阜県,静岡県,愛知県,三重県,滋賀県,京都府,大阪府,兵庫県,奈良県,和歌山県,鳥取県,島根県,岡山県,"
          "広島県,山口県,徳島県,香川県,愛媛県,高知県,福岡県,佐賀県,長崎県,熊本県,大分県,宮崎県,鹿児島県,沖縄県,関東,関西,"
          "首都圏,kansai,kanto,hyogo,oita",
    "KR": "경기,경기도,강원,강원도,충북,충남,전북,전남,경북,경남,제주도,충청북도,충청남도,경상북도,경상남도,전라북도,전라남도,"
          "gyeonggi,gyeonggi do,gangwon do",
    "BR": "distrito federal,state of sao paulo,grande sao paulo,interior de sao paulo",
    "MX": "estado de mexico,edomex,state of mexico,michoacan de ocampo,veracruz de ignacio de la llave,jal,qro",
    "AR": "provincia de buenos aires,gba,buenos aires province",
    "US": "northern virginia,nova,southern california,socal,northern california,norcal,new england,midwest,"
          "pacific northwest,mid atlantic,gulf coast,great lakes,mountain west,us west,us east,east coast,west coast,upstate new york,long island,hudson valley",
    "RU": "московская область,ленинградская область",
    "UA": "київська область",
    "MY": "selangor,penang,pulau pinang,johor",
    "ID": "jawa barat,jawa timur,jawa tengah,dki jakarta,jabodetabek",
    "PH": "national capital region,calabarzon,luzon,visayas,mindanao",
    "VN": "mien bac,mien nam",
    "ZA": "gauteng,western cape,kwazulu natal,eastern cape,kzn",
    "IL": "tel aviv district,center district,haifa district,hamerkaz",
})  # fmt: skip
# Letters for regions of lettered countries under other names.
REGION_LETTERS = {"distrito federal": "DF", "state of sao paulo": "SP", "grande sao paulo": "SP", "interior de sao paulo": "SP",
                  "northern virginia": "VA", "nova": "VA", "southern california": "CA", "socal": "CA",
                  "northern california": "CA", "norcal": "CA", "upstate new york": "NY", "long island": "NY",
                  "hudson valley": "NY"}  # fmt: skip
