/// The longest slug, in bytes: with a kind and an ending it stays under every system's limit.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Makes a file name of a person's name: `Katherine O'Neill-Vásquez` → `katherine-oneill-vasquez`.
///
/// Folds to ASCII and lower case, drops apostrophes, turns everything else that is not a letter or
/// digit into single hyphens, and cuts after 60 bytes, at a hyphen where there is one. A name that
/// Windows keeps for a device gets a hyphen at its end. Empty where nothing is left.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in deunicode::deunicode(name).chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            '\'' | '`' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    if slug.len() > LONGEST {
        let cut = slug[..=LONGEST]
            .rfind('-')
            .filter(|&at| at > LONGEST / 2)
            .unwrap_or(LONGEST);
        slug.truncate(cut);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if RESERVED.contains(&slug.as_str()) {
        slug.push('-');
    }
    slug
}

/// One slug a name, all different: a second `ann-lee` becomes `ann-lee-2`, and a name that leaves
/// nothing is called by its place, counted from 1: `person-3`.
pub fn slugs<S: AsRef<str>>(names: &[S]) -> Vec<String> {
    let mut given: Vec<String> = Vec::with_capacity(names.len());
    for (place, name) in names.iter().enumerate() {
        let mut base = slug(name.as_ref());
        if base.is_empty() {
            base = format!("person-{}", place + 1);
        }
        let mut candidate = base.clone();
        let mut count = 1;
        while given.contains(&candidate) {
            count += 1;
            candidate = format!("{base}-{count}");
        }
        given.push(candidate);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_file_name() {
        assert_eq!(
            slug("Katherine O'Neill-Vásquez"),
            "katherine-oneill-vasquez"
        );
        assert_eq!(slug("Zoë \"Zed\" Müller"), "zoe-zed-muller");
        assert_eq!(slug("Nguyễn Thị Minh Khai"), "nguyen-thi-minh-khai");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("Con"), "con-");
        assert_eq!(slug("!?"), "");
        let long = slug(&"Maximiliana ".repeat(12));
        assert!(long.len() <= 60 && long.ends_with("maximiliana"), "{long}");
    }

    #[test]
    fn no_two_people_share_a_file_name() {
        let names = ["Ann Lee", "Ann-Lee", "…", "ann lee"];
        assert_eq!(
            slugs(&names),
            ["ann-lee", "ann-lee-2", "person-3", "ann-lee-3"]
        );
    }
}
