use super::prepare::Problems;
use crate::letter::Wording;
use crate::output::{Folder, Present, shown};

/// The file of the wordings that were picked by hand, beside the letters.
pub const FILE: &str = "wording.yaml";

/// Reads the wordings of a folder of letters.
///
/// # Errors
/// Where the file is there but cannot be read or understood.
pub(in crate::cli) fn read(folder: &Folder) -> Result<Wording, Problems> {
    let name = path(folder);
    match folder.present(FILE).map_err(Problems::Folder)? {
        Present::Nothing => Ok(Wording::none(&name)),
        Present::Ours(bytes) | Present::Users(bytes) => {
            Wording::read(&name, &bytes).map_err(|report| Problems::Reports(vec![report]))
        }
    }
}

/// The file as messages name it.
pub(in crate::cli) fn path(folder: &Folder) -> String {
    shown(&folder.path().join(FILE))
}
