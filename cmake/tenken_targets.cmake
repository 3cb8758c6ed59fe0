# One INTERFACE target carries language level and warnings; every own target links it.
add_library(tenken_build INTERFACE)
target_compile_features(tenken_build INTERFACE cxx_std_20)
target_include_directories(tenken_build INTERFACE ${CMAKE_SOURCE_DIR}/app)
target_compile_options(tenken_build INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Werror -fno-strict-aliasing -fstack-protector-strong)
# GCC 12 reports these inside Qt's and the standard library's inline code at some optimisation levels.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(tenken_build INTERFACE -Wno-error=maybe-uninitialized -Wno-error=stringop-overflow
        -Wno-error=array-bounds)
endif()
target_compile_definitions(tenken_build INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_KEYWORDS POINTERHOLDER_TRANSITION=4)
if(TENKEN_SANITIZE)
    target_compile_options(tenken_build INTERFACE -fsanitize=${TENKEN_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(tenken_build INTERFACE -fsanitize=${TENKEN_SANITIZE})
endif()
if(TENKEN_FUZZ) # in every room: a fuzzer that sees only its own target is blind
    target_compile_options(tenken_build INTERFACE -fsanitize=fuzzer-no-link)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Precompiled QtCore, made once with core: compile time only, the sources include what they use.
function(tenken_precompile target)
    if(TENKEN_PCH AND target STREQUAL "tenken_core")
        target_precompile_headers(${target} PRIVATE <QtCore/QtCore>)
    elseif(TENKEN_PCH)
        target_precompile_headers(${target} REUSE_FROM tenken_core)
    endif()
endfunction()

# Where an interface has one source for each system, they end in _linux and _windows, like the tests of one system.
set(foreign_sources "_windows\\.cpp$")
if(WIN32)
    set(foreign_sources "_linux\\.cpp$")
endif()

# app_add_library(<room> [MOC] DEPENDS <rooms it may include> LINKS <outside libraries> [LATE <outside libraries>])
# MOC: the room has QObjects. LATE: what only the room's folder late/ uses, see app/core/late_part.h
# The DEPENDS list is the include rule that tests/architecture enforces.
function(app_add_library name)
    cmake_parse_arguments(ARG "MOC" "" "DEPENDS;LINKS;LATE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h *.qrc)
    list(FILTER sources EXCLUDE REGEX ${foreign_sources})
    list(FILTER sources EXCLUDE REGEX "/app/${name}/late/")
    add_library(tenken_${name} STATIC ${sources})
    add_library(tenken::${name} ALIAS tenken_${name})
    set_target_properties(tenken_${name} PROPERTIES AUTOMOC ${ARG_MOC} AUTORCC ON LINKER_LANGUAGE CXX)
    list(TRANSFORM ARG_DEPENDS PREPEND tenken::)
    target_link_libraries(tenken_${name} PUBLIC tenken_build ${ARG_DEPENDS} Qt6::Core ${ARG_LINKS})
    tenken_precompile(tenken_${name})
    if(ARG_LATE)
        app_add_late_part(${name} ${ARG_LATE})
    endif()
endfunction()

# <room>/late/ as a library of its own, with its own copy of what it uses of the room. A static library cannot depend on
# it in turn: programs do, by way of tenken_late.
add_custom_target(tenken_late)
function(app_add_late_part room)
    file(GLOB sources CONFIGURE_DEPENDS late/*.cpp late/*.h)
    add_library(tenken_${room}_late MODULE ${sources})
    set_target_properties(tenken_${room}_late PROPERTIES PREFIX "" OUTPUT_NAME tenken-${room}
        LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/tenken)
    target_link_libraries(tenken_${room}_late PRIVATE tenken_${room} ${ARGN})
    tenken_precompile(tenken_${room}_late)
    add_dependencies(tenken_late tenken_${room}_late)
    if(WIN32)
        install(TARGETS tenken_${room}_late LIBRARY DESTINATION ${CMAKE_INSTALL_BINDIR})
    else()
        install(TARGETS tenken_${room}_late LIBRARY DESTINATION lib/tenken)
    endif()
endfunction()

# One moc call for a source that ends with #include "<source>.moc": AUTOMOC would start three processes a program.
function(tenken_moc_source target source)
    get_filename_component(stem ${source} NAME_WE)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/moc/${stem}.moc)
    qt_generate_moc(${source} ${generated} TARGET ${target})
    target_sources(${target} PRIVATE ${generated})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
endfunction()

# app_add_tests(<room> [LINKS …]): one test program for each tst_<component>.cpp of the folder
function(app_add_tests name)
    cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS tst_*.cpp)
    list(FILTER sources EXCLUDE REGEX ${foreign_sources})
    foreach(source ${sources})
        get_filename_component(stem ${source} NAME_WE)
        set(target ${name}_${stem})
        add_executable(${target} ${source})
        set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        tenken_moc_source(${target} ${source})
        target_link_libraries(${target} PRIVATE tenken::${name} tenken::support Qt6::Test ${ARG_LINKS})
        tenken_precompile(${target})
        add_test(NAME ${name}/${stem} COMMAND ${target})
        set_tests_properties(${name}/${stem} PROPERTIES LABELS ${name} TIMEOUT 900
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;TZ=Asia/Tokyo")
    endforeach()
endfunction()
